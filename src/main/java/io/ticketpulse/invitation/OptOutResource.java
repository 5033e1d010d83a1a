package io.ticketpulse.invitation;

import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.Blocking;
import io.ticketpulse.platform.CustomerPage;
import io.ticketpulse.platform.LimitedPerClient;
import io.ticketpulse.platform.Texts;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.Wording;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The page behind the opt-out link, and the one-click POST of mail programs (RFC 8058). Its links never expire. */
@Path("/u/{token}")
@CustomerPage
@LimitedPerClient
@Blocking
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class OptOutResource {

    private static final Logger LOG = Logger.getLogger(OptOutResource.class);

    private final LinkToken tokens;
    private final OptOuts optOuts;
    private final OptOutPages pages;
    private final Texts texts;

    OptOutResource(LinkToken tokens, OptOuts optOuts, OptOutPages pages, Texts texts) {
        this.tokens = tokens;
        this.optOuts = optOuts;
        this.pages = pages;
        this.texts = texts;
    }

    /** The page; looking at it changes nothing. */
    @GET
    public Response page(@PathParam("token") String token,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        return tokens.verify(LinkPurpose.OPT_OUT, token)
                .flatMap(id -> optOuts.state(id).map(optedOut -> {
                    Wording t = wording(id, languages);
                    return html(Response.Status.OK, t, optedOut ? pages.optedOut(t) : pages.ask(t));
                }))
                .orElseGet(() -> unknown(languages));
    }

    /** Opts out, or in again where the page's own button says so. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response form(@PathParam("token") String token, @FormParam("action") String action,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        return change(token, action, languages);
    }

    /** Like {@link #form}; RFC 8058 lets mail programs choose. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response multipart(@PathParam("token") String token, @RestForm("action") String action,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        return change(token, action, languages);
    }

    private Response change(String token, String action, String languages) {
        boolean undo = OptOutPages.UNDO.equals(action);
        Optional<UUID> invitation = tokens.verify(LinkPurpose.OPT_OUT, token);
        return invitation.filter(id -> undo ? optOuts.optIn(id) : optOuts.optOut(id))
                .map(id -> {
                    Wording t = wording(id, languages);
                    return html(Response.Status.OK, t, undo ? pages.optedIn(t) : pages.optedOut(t));
                })
                .orElseGet(() -> unknown(languages));
    }

    private Wording wording(UUID invitation, String languages) {
        return texts.in(optOuts.language(invitation), languages);
    }

    private Response unknown(String languages) {
        return closed(Response.Status.NOT_FOUND, texts.in(null, languages), "page.unknown");
    }

    private Response closed(Response.Status status, Wording t, String key) {
        return html(status, t, pages.closed(t, key));
    }

    private static Response html(Response.Status status, Wording t, String page) {
        return Response.status(status).header(HttpHeaders.CONTENT_LANGUAGE, t.language()).entity(page).build();
    }

    /** A mail program tries again after this, and a person is told to; neither learns whose link it was. */
    @ServerExceptionMapper
    public Response databaseTrouble(Transactions.DatabaseException failure, HttpHeaders headers) {
        LOG.error(failure.getMessage());
        return closed(Response.Status.SERVICE_UNAVAILABLE,
                texts.in(null, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)), "page.trouble");
    }
}
