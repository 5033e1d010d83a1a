package io.ticketpulse.invitation;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.Blocking;
import io.ticketpulse.platform.Page;
import io.ticketpulse.platform.Parameters;

/** Why somebody was asked about a ticket, or was not. */
@Path("/api/v1/decisions")
@Blocking
@RolesAllowed("reader")
public class DecisionResource {

    /** The last cycle of the page before. */
    private static final String CURSOR = "0|[1-9][0-9]{0,9}";

    private final DecisionLedger ledger;

    DecisionResource(DecisionLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * One line of the ledger.
     *
     * @param decision    SAMPLED or SKIPPED
     * @param probability null if the decision fell before the draw
     * @param invitation  null if the closure was skipped
     */
    public record Decision(String desk, String ticketId, int cycle, Instant closedAt, String survey, String decision,
            String reason, Double probability, String policyVersion, Instant decidedAt, InvitationView invitation) {}

    /**
     * Where the invitation stands.
     *
     * @param reason why it was cancelled, else null
     * @param sentAt null while it was not sent
     */
    public record InvitationView(String state, String reason, Instant dueAt, Instant sentAt, Instant expiresAt) {}

    /** The decisions about one ticket's closures, in the order of their cycles. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<Decision> decisions(
            @QueryParam("desk") @NotNull @Pattern(regexp = Parameters.NAME, message = Parameters.A_NAME) String desk,
            @QueryParam("ticketId") @NotBlank String ticketId,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Pattern(regexp = Parameters.LIMIT, message = Parameters.A_LIMIT) String limit,
            @QueryParam("cursor") @Pattern(regexp = CURSOR, message = "must be the next of a previous page") String cursor) {
        int rows = Integer.parseInt(limit);
        long last = cursor == null ? -1 : Long.parseLong(cursor);
        List<Decision> after = ledger.ofTicket(desk, ticketId).stream().filter(line -> line.cycle() > last)
                .limit(rows + 1L).toList();
        return Page.of(after, rows, line -> String.valueOf(line.cycle()));
    }
}
