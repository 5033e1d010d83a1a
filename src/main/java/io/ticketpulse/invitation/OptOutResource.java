package io.ticketpulse.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import io.ticketpulse.platform.Failures;
import io.ticketpulse.platform.LimitedPerClient;
import io.ticketpulse.platform.PlatformSettings;
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

    /** What mail programs send (RFC 8058, section 3.2), and nobody else. */
    private static final String ONE_CLICK = "One-Click";

    private final OptOutLink links;
    private final OptOuts optOuts;
    private final OptOutForms forms;
    private final OptOutPages pages;
    private final Texts texts;
    private final Clock clock;
    private final Duration minimumTime;

    OptOutResource(OptOutLink links, OptOuts optOuts, OptOutForms forms, OptOutPages pages, Texts texts, Clock clock,
            PlatformSettings settings) {
        this.links = links;
        this.optOuts = optOuts;
        this.forms = forms;
        this.pages = pages;
        this.texts = texts;
        this.clock = clock;
        this.minimumTime = settings.response().minimumTime();
    }

    /** What is sent: by mail programs their one field, by the button of the page the others. All may be missing. */
    static class Sent {

        @RestForm("List-Unsubscribe")
        String listUnsubscribe;

        @RestForm
        String action;

        @RestForm
        String nonce;
    }

    /** The page; looking at it changes nothing. */
    @GET
    public Response page(@PathParam("token") String token,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        return answer(token, languages, (person, optedOut, t) -> page(person, optedOut, t));
    }

    /** Opts out, or in again where the page's own button says so. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response form(@PathParam("token") String token, @BeanParam Sent sent,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        return change(token, sent, languages);
    }

    /** Like {@link #form}; RFC 8058 lets mail programs choose. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response multipart(@PathParam("token") String token, @BeanParam Sent sent,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        return change(token, sent, languages);
    }

    /** Writes the answer to somebody with a link of ours. */
    private interface Answer {

        Response to(UnsignedBytes person, boolean optedOut, Wording t);
    }

    private Response answer(String token, String languages, Answer answer) {
        return links.verify(token)
                .map(person -> answer.to(person, optOuts.hasOptedOut(person), wording(person, languages)))
                .orElseGet(() -> unknown(languages));
    }

    private Response change(String token, Sent sent, String languages) {
        return answer(token, languages, (person, optedOut, t) -> {
            if (ONE_CLICK.equals(sent.listUnsubscribe)) {
                optOuts.optOut(person);
                return page(person, true, t);
            }
            return press(person, optedOut, sent, t);
        });
    }

    /** A machine may have pressed a button, unless the form says when a person was shown it. */
    private Response press(UnsignedBytes person, boolean optedOut, Sent sent, Wording t) {
        Instant now = clock.instant();
        Optional<OptOutForm> form = forms.read(sent.nonce, person);
        boolean inTime = form.isPresent() && !form.get().isTooQuick(minimumTime, now);
        String next = forms.write(form.filter(early -> !inTime).map(early -> early.onceMore(now))
                .orElseGet(() -> OptOutForm.fresh(person, now)));
        String page = optedOut
                ? back(person, sent.action, inTime, next, t)
                : out(person, sent.action, inTime, next, t);
        return page == null
                ? html(Response.Status.BAD_REQUEST, t, pages.onceMore(t, next))
                : html(Response.Status.OK, t, page);
    }

    /** What becomes of somebody who may be asked; null if the button is to be pressed once more. */
    private String out(UnsignedBytes person, String action, boolean inTime, String next, Wording t) {
        if (OptOutPages.UNDO.equals(action) || OptOutPages.OPT_IN.equals(action)) {
            return pages.optedIn(t);
        }
        if (!OptOutPages.OPT_OUT.equals(action) || !inTime) {
            return null;
        }
        optOuts.optOut(person);
        return pages.optedOut(t, next);
    }

    /** What becomes of somebody who has opted out: nothing, unless two buttons are pressed, each in time. */
    private String back(UnsignedBytes person, String action, boolean inTime, String next, Wording t) {
        if (OptOutPages.UNDO.equals(action) && inTime) {
            return pages.askAgain(t, next);
        }
        if (!OptOutPages.OPT_IN.equals(action)) {
            return pages.optedOut(t, next);
        }
        if (!inTime) {
            return pages.askAgain(t, next);
        }
        optOuts.optIn(person);
        return pages.optedIn(t);
    }

    private Response page(UnsignedBytes person, boolean optedOut, Wording t) {
        String nonce = forms.write(OptOutForm.fresh(person, clock.instant()));
        return html(Response.Status.OK, t, optedOut ? pages.optedOut(t, nonce) : pages.ask(t, nonce));
    }

    private Wording wording(UnsignedBytes person, String languages) {
        return texts.in(optOuts.language(person), languages);
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
        return trouble(Response.Status.SERVICE_UNAVAILABLE, headers);
    }

    /** See {@link #databaseTrouble}. */
    @ServerExceptionMapper
    public Response trouble(RuntimeException failure, HttpHeaders headers) {
        LOG.errorf("An opt-out page could not be shown: %s", Failures.inWords(failure));
        return trouble(Response.Status.INTERNAL_SERVER_ERROR, headers);
    }

    private Response trouble(Response.Status status, HttpHeaders headers) {
        return closed(status, texts.in(null, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)), "page.trouble");
    }
}
