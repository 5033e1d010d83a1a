package io.ticketpulse.response;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import io.smallrye.common.annotation.Blocking;
import io.ticketpulse.invitation.AnswerLink;
import io.ticketpulse.invitation.InvitedCustomer;
import io.ticketpulse.platform.CustomerPage;
import io.ticketpulse.platform.Failures;
import io.ticketpulse.platform.LimitedPerClient;
import io.ticketpulse.platform.Texts;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.Wording;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The page behind the link in a mail. Following the link shows, and only sending the form records. */
@Path("/s/{token}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@CustomerPage
@LimitedPerClient
@Blocking
class AnswerResource {

    private static final Logger LOG = Logger.getLogger(AnswerResource.class);

    /** A comment of full length takes at most 24,000 bytes percent-encoded; more than twice that is no answer. */
    private static final int LARGEST_BODY = 64 * 1024;

    private final AnswerLink links;
    private final Responses responses;
    private final AnswerPages pages;
    private final Texts texts;
    private final Clock clock;

    AnswerResource(AnswerLink links, Responses responses, AnswerPages pages, Texts texts, Clock clock) {
        this.links = links;
        this.responses = responses;
        this.pages = pages;
        this.texts = texts;
        this.clock = clock;
    }

    /** Shows the question, or the answer that was given. */
    @GET
    public Response show(@PathParam("token") String token, @QueryParam("score") String score,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        SubmittedForm preselected = new SubmittedForm(score, null, List.of(), null);
        return links.verify(token).flatMap(invitation -> responses.visit(invitation))
                .map(visit -> page(visit, preselected, null, visit.nonce(clock.instant()), languages))
                .orElseGet(() -> unknown(languages));
    }

    /** Takes the form. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@PathParam("token") String token,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages, InputStream body) throws IOException {
        Optional<UUID> invitation = links.verify(token);
        if (invitation.isEmpty()) {
            return unknown(languages);
        }
        byte[] form = body.readNBytes(LARGEST_BODY + 1);
        if (form.length > LARGEST_BODY) {
            return closed(Status.REQUEST_ENTITY_TOO_LARGE, texts.in(null, languages), "page.too-large");
        }
        return responses.submit(invitation.get(), SubmittedForm.read(form)).map(attempt -> page(attempt, languages))
                .orElseGet(() -> unknown(languages));
    }

    private Response page(Attempt attempt, String languages) {
        Verdict verdict = attempt.verdict();
        if (verdict == null || verdict.objection() != null) {
            return page(attempt.visit(), attempt.form(), verdict, attempt.next(), languages);
        }
        InvitedCustomer customer = attempt.visit().customer();
        Wording t = texts.in(customer.locale(), languages);
        Instant now = clock.instant();
        if (verdict instanceof Verdict.TooMany tooMany) {
            return Response.fromResponse(closed(Status.TOO_MANY_REQUESTS, t, "page.too-many"))
                    .header(HttpHeaders.RETRY_AFTER, 1 + Duration.between(now, tooMany.until()).toSeconds())
                    .build();
        }
        Answer answer = verdict instanceof Verdict.Repeated repeated
                ? repeated.known()
                : attempt.form().answer(customer.survey().scale());
        return html(Status.OK, t, pages.thanks(t, customer, answer,
                AnswerRules.correctableUntil(attempt.visit().history(), now), attempt.next()));
    }

    /**
     * @param refused   null unless a form was sent
     * @param next      for the form on the page
     * @param languages what the browser prefers, null if it does not say
     */
    private Response page(Visit visit, SubmittedForm filled, Verdict refused, Nonce next, String languages) {
        Objection objection = refused == null ? null : refused.objection();
        Status status = objection == null ? Status.OK : Status.BAD_REQUEST;
        Wording t = texts.in(visit.customer().locale(), languages);
        if (!visit.mayAnswer()) {
            return closed(Status.GONE, t, switch (visit.customer().state()) {
                case EXPIRED -> "page.expired";
                case WITHDRAWN -> "page.withdrawn";
                default -> "page.over";
            });
        }
        if (visit.standing().isPresent()) {
            Answer given = visit.standing().get().answer();
            SubmittedForm inForm = objection == null ? AnswerPages.asForm(given, visit.customer()) : filled;
            return html(status, t, pages.answered(t, visit.customer(), given, inForm, objection,
                    AnswerRules.correctableUntil(visit.history(), clock.instant()), next));
        }
        return html(status, t, pages.question(t, visit.customer(), filled, objection, next));
    }

    private Response unknown(String languages) {
        return closed(Status.NOT_FOUND, texts.in(null, languages), "page.unknown");
    }

    /** Says something kind; neither the page nor the log says whose link it was. */
    @ServerExceptionMapper
    public Response databaseTrouble(Transactions.DatabaseException failure, HttpHeaders headers) {
        LOG.error(failure.getMessage());
        return trouble(Status.SERVICE_UNAVAILABLE, headers);
    }

    /** See {@link #databaseTrouble}. */
    @ServerExceptionMapper
    public Response trouble(RuntimeException failure, HttpHeaders headers) {
        LOG.errorf("A page could not be shown: %s", Failures.inWords(failure));
        return trouble(Status.INTERNAL_SERVER_ERROR, headers);
    }

    private Response trouble(Status status, HttpHeaders headers) {
        return closed(status, texts.in(null, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)), "page.trouble");
    }

    private Response closed(Status status, Wording t, String key) {
        return html(status, t, pages.closed(t, key));
    }

    private static Response html(Status status, Wording t, String page) {
        return Response.status(status).header(HttpHeaders.CONTENT_LANGUAGE, t.language()).entity(page).build();
    }
}
