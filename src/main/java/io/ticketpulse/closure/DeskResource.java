package io.ticketpulse.closure;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.Blocking;
import io.ticketpulse.closure.Desks.KnownDesk;
import io.ticketpulse.closure.Intake.Refusal;
import io.ticketpulse.closure.desk.Delivery;
import io.ticketpulse.platform.Page;

/** For whoever sets up a desk: whether its deliveries come in, and what is understood of them. */
@Path("/api/v1/desks")
@Blocking
@RolesAllowed("reader")
public class DeskResource {

    private final Desks desks;
    private final DeskActivity activity;
    private final Rehearsal rehearsal;
    private final Clock clock;

    DeskResource(Desks desks, DeskActivity activity, Rehearsal rehearsal, Clock clock) {
        this.desks = desks;
        this.activity = activity;
        this.rehearsal = rehearsal;
        this.clock = clock;
    }

    /**
     * A desk of the settings.
     *
     * @param secrets      how many are set
     * @param lastDelivery the last one that came from the desk; null before the first
     * @param accepted     how many
     * @param told         what these told, how many of each
     * @param ignored      how many, by reason
     * @param refused      how many, by reason; anybody can make one
     */
    public record DeskView(String desk, String kind, int secrets, LastDelivery lastDelivery, long accepted,
            Map<String, Long> told, Map<String, Long> ignored, Map<String, Long> refused) {}

    /** @param reason why it was ignored or refused; what it told if it was accepted */
    public record LastDelivery(Instant at, String outcome, String reason) {}

    /** All desks, by name. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<DeskView> desks() {
        List<DeskActivity.Row> rows = activity.read();
        return new Page<>(desks.all().stream().map(desk -> view(desk, rows.stream()
                .filter(row -> row.desk().equals(desk.desk().name())).toList())).toList(), null);
    }

    private static DeskView view(KnownDesk desk, List<DeskActivity.Row> rows) {
        LastDelivery last = rows.stream()
                .filter(row -> !row.outcome().equals("REFUSED") || Refusal.valueOf(row.reason()).isTheDesks())
                .max(Comparator.comparing(DeskActivity.Row::lastAt))
                .map(row -> new LastDelivery(row.lastAt(), row.outcome(), row.reason())).orElse(null);
        return new DeskView(desk.desk().name(), desk.kind().names().get(0), desk.secrets().size(), last,
                of(rows, "ACCEPTED").mapToLong(DeskActivity.Row::deliveries).sum(), byReason(rows, "ACCEPTED"),
                byReason(rows, "IGNORED"),
                byReason(rows, "REFUSED"));
    }

    private static Stream<DeskActivity.Row> of(List<DeskActivity.Row> rows, String outcome) {
        return rows.stream().filter(row -> row.outcome().equals(outcome));
    }

    private static Map<String, Long> byReason(List<DeskActivity.Row> rows, String outcome) {
        Map<String, Long> counts = new TreeMap<>();
        of(rows, outcome).forEach(row -> counts.put(row.reason(), row.deliveries()));
        return counts;
    }

    /** What would be understood of a delivery; nothing is recorded. */
    @POST
    @Path("/{desk}/test")
    @Produces(MediaType.APPLICATION_JSON)
    public Rehearsal.Result test(@PathParam("desk") String name, @Context HttpHeaders headers, byte[] body) {
        KnownDesk desk = desks.named(name)
                .orElseThrow(() -> new NotFoundException("There is no such desk in the settings."));
        return rehearsal.of(desk, new Delivery(headers.getRequestHeaders(), body == null ? new byte[0] : body,
                clock.instant()));
    }
}
