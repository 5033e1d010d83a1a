package io.ticketpulse.invitation;

import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.Blocking;
import io.ticketpulse.invitation.PersonErased.Kind;

/** Erases people who want it. The address is in the body, because paths get logged. */
@Path("/api/v1/people/erasures")
@Blocking
@RolesAllowed("admin")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ErasureResource {

    private static final int LONGEST = 500;

    private final Erasures erasures;

    ErasureResource(Erasures erasures) {
        this.erasures = erasures;
    }

    /** Whom it is about. */
    public record Somebody(@NotBlank @Size(max = LONGEST) String email) {}

    /** How much was erased; {@link Kind} says of what. */
    public record Outcome(int invitations, int cancelled, int comments, int reasons, int closings, int events) {

        static Outcome of(Map<Kind, Integer> counts) {
            return new Outcome(counts.get(Kind.INVITATIONS), counts.get(Kind.CANCELLED), counts.get(Kind.COMMENTS),
                    counts.get(Kind.REASONS), counts.get(Kind.CLOSINGS), counts.get(Kind.EVENTS));
        }
    }

    /** Nothing is kept of the person but a keyed hash of the address, and what is counted. */
    @POST
    public Outcome erase(@NotNull @Valid Somebody somebody) {
        return Outcome.of(erasures.erase(EmailAddress.of(somebody.email())
                .orElseThrow(() -> new BadRequestException("email must be an address that mail can be sent to."))));
    }
}
