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

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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

    /** What the page's own button sends to undo; mail programs send other fields, or none. */
    private static final String UNDO = "undo";

    private final LinkToken tokens;
    private final OptOuts optOuts;
    private final Texts texts;

    OptOutResource(LinkToken tokens, OptOuts optOuts, Texts texts) {
        this.tokens = tokens;
        this.optOuts = optOuts;
        this.texts = texts;
    }

    /**
     * What the page says and what its button does.
     *
     * @param mark  the picture: {@code ask} or {@code done}
     * @param quiet whether the button is for few only
     */
    record OptOutPage(String mark, String heading, String text, boolean quiet, String button, String action) {}

    @CheckedTemplate(basePath = "optout")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance page(Wording t, OptOutPage page);

        static native TemplateInstance closed(Wording t, String kind, String heading, String text);
    }

    /** The page; looking at it changes nothing. */
    @GET
    public Response page(@PathParam("token") String token,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        return tokens.verify(LinkPurpose.OPT_OUT, token)
                .flatMap(id -> optOuts.state(id).map(
                        optedOut -> page(wording(id, languages), optedOut ? "opt-out.done" : "opt-out.ask", optedOut)))
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
        boolean undo = UNDO.equals(action);
        Optional<UUID> invitation = tokens.verify(LinkPurpose.OPT_OUT, token);
        return invitation.filter(id -> undo ? optOuts.optIn(id) : optOuts.optOut(id))
                .map(id -> page(wording(id, languages), undo ? "opt-out.undone" : "opt-out.done", !undo))
                .orElseGet(() -> unknown(languages));
    }

    private Wording wording(UUID invitation, String languages) {
        return texts.in(optOuts.language(invitation), languages);
    }

    private static Response page(Wording t, String key, boolean optedOut) {
        boolean asks = key.equals("opt-out.ask");
        return html(Response.Status.OK, t, Templates.page(t, new OptOutPage(asks ? "ask" : "done",
                t.say(key + ".title"), t.say(key + ".text"), !asks,
                t.say(optedOut ? "opt-out.undo" : "opt-out.button"), optedOut ? UNDO : "opt-out")));
    }

    private Response unknown(String languages) {
        return closed(Response.Status.NOT_FOUND, texts.in(null, languages), "page.unknown");
    }

    private static Response closed(Response.Status status, Wording t, String key) {
        return html(status, t,
                Templates.closed(t, key.substring("page.".length()), t.say(key + ".title"), t.say(key + ".text")));
    }

    private static Response html(Response.Status status, Wording t, TemplateInstance page) {
        return Response.status(status).header(HttpHeaders.CONTENT_LANGUAGE, t.language()).entity(page.render()).build();
    }

    /** A mail program tries again after this, and a person is told to; neither learns whose link it was. */
    @ServerExceptionMapper
    public Response databaseTrouble(Transactions.DatabaseException failure, HttpHeaders headers) {
        LOG.error(failure.getMessage());
        return closed(Response.Status.SERVICE_UNAVAILABLE,
                texts.in(null, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)), "page.trouble");
    }
}
