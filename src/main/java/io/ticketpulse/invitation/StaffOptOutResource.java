package io.ticketpulse.invitation;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import io.smallrye.common.annotation.Blocking;
import org.hibernate.validator.constraints.CodePointLength;

/** Opting out for people who said so by telephone. The address is in the body, because paths get logged. */
@Path("/api/v1/people")
@Blocking
@RolesAllowed("admin")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class StaffOptOutResource {

    private static final int LONGEST = 500;

    private final OptOuts optOuts;

    StaffOptOutResource(OptOuts optOuts) {
        this.optOuts = optOuts;
    }

    /** Whom it is about, and why. */
    public record Wish(@NotBlank @Size(max = LONGEST) String email,
            @NotBlank @CodePointLength(max = LONGEST) String reason) {}

    /**
     * Where the person stands now.
     *
     * @param changed false if the person stood there already
     */
    public record Outcome(boolean optedOut, boolean changed) {}

    /** The person is not asked any more, over all desks and surveys. */
    @POST
    @Path("/opt-outs")
    public Outcome optOut(@NotNull @Valid Wish wish, @Context SecurityContext login) {
        return change(wish, true, login);
    }

    /** The person may be asked again. */
    @POST
    @Path("/opt-ins")
    public Outcome optIn(@NotNull @Valid Wish wish, @Context SecurityContext login) {
        return change(wish, false, login);
    }

    private Outcome change(Wish wish, boolean optedOut, SecurityContext login) {
        EmailAddress address = EmailAddress.of(wish.email())
                .orElseThrow(() -> new BadRequestException("email must be an address that mail can be sent to."));
        return new Outcome(optedOut, optOuts.change(address, optedOut, wish.reason().strip(),
                login.getUserPrincipal().getName()));
    }
}
