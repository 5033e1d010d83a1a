package io.ticketpulse.closure;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.ticketpulse.closure.Desks.KnownDesk;
import io.ticketpulse.closure.Intake.Refused;
import io.ticketpulse.closure.desk.Delivery;

/** Where desks send their webhooks. The only credential is a secret of the desk. */
@Path("/webhooks/{desk}")
@Blocking
public class WebhookResource {

    /** Seconds. Zendesk comes back for less than sixty only. */
    private static final int RETRY_AFTER = 30;
    private static final String CONSENT_ORIGIN = "WebHook-Request-Origin";

    private final Desks desks;
    private final DeliveryIntake intake;
    private final DeskActivity activity;
    private final Clock clock;

    WebhookResource(Desks desks, DeliveryIntake intake, DeskActivity activity, Clock clock) {
        this.desks = desks;
        this.intake = intake;
        this.activity = activity;
        this.clock = clock;
    }

    /**
     * What became of a delivery.
     *
     * @param outcome {@code ACCEPTED} or {@code IGNORED}
     * @param reason  why it was ignored, else null
     * @param events  how many ticket events it made
     */
    public record Receipt(String outcome, String reason, int events) {}

    /** Takes one delivery. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> deliver(@PathParam("desk") String name, @Context HttpHeaders headers, byte[] body) {
        KnownDesk desk = desk(name);
        return intake.take(desk, new Delivery(headers.getRequestHeaders(), body == null ? new byte[0] : body,
                clock.instant())).invoke(taken -> activity.count(name, taken)).map(taken -> answer(name, taken));
    }

    private static Response answer(String desk, Intake taken) {
        if (taken instanceof Refused refused) {
            HttpProblem.Builder problem = HttpProblem.builder()
                    .withStatus(refused.refusal().status())
                    .withTitle(Response.Status.fromStatusCode(refused.refusal().status()).getReasonPhrase())
                    .withDetail(refused.why()).withInstance(URI.create("/webhooks/" + desk));
            if (refused.refusal() == Intake.Refusal.UNAVAILABLE) {
                problem.withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
            }
            // Not thrown: what others send is nothing to log.
            return problem.build().toResponse();
        }
        return Response.accepted(taken instanceof Intake.Accepted accepted
                ? new Receipt(taken.outcome(), null, accepted.events())
                : new Receipt(taken.outcome(), taken.reason(), 0)).build();
    }

    /** Proves to a desk that asks with a challenge that we know its secret; else there is nothing to get. */
    @GET
    @Produces({MediaType.TEXT_PLAIN, "application/problem+json"})
    public Response challenge(@PathParam("desk") String name, @QueryParam("crc_token") String challenge) {
        KnownDesk desk = desk(name);
        if (challenge == null || !desk.kind().challenges()) {
            throw notAllowed("Deliveries come by POST.");
        }
        return desk.secrets().stream().map(secret -> desk.kind().answerChallenge(challenge, secret))
                .flatMap(Optional::stream).findFirst()
                .map(answer -> Response.ok(answer, MediaType.TEXT_PLAIN).build())
                .orElseThrow(() -> HttpProblem.builder().withStatus(Response.Status.UNAUTHORIZED)
                        .withTitle("Unauthorized").withDetail("The challenge was not made with a secret of this desk.")
                        .build());
    }

    /** Consents to deliveries (CloudEvents, HTTP 1.1 Web Hooks for Event Delivery 1.0.2, section 4). */
    @OPTIONS
    public Response consent(@PathParam("desk") String name, @Context HttpHeaders headers) {
        String origin = headers.getHeaderString(CONSENT_ORIGIN);
        if (!desk(name).kind().asksForConsent() || origin == null) {
            throw notAllowed("This kind of desk asks for no consent; deliveries come by POST.");
        }
        return Response.ok().header("Allow", "POST").header("WebHook-Allowed-Origin", origin)
                .header("WebHook-Allowed-Rate", "*").build();
    }

    private KnownDesk desk(String name) {
        return desks.named(name).orElseThrow(() -> new NotFoundException("There is no such desk in the settings."));
    }

    private static HttpProblem notAllowed(String why) {
        return HttpProblem.builder().withStatus(Response.Status.METHOD_NOT_ALLOWED).withTitle("Method Not Allowed")
                .withDetail(why).withHeader("Allow", "POST").build();
    }
}
