package io.ticketpulse.response;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;

import io.smallrye.common.annotation.Blocking;
import io.ticketpulse.platform.Page;
import org.hibernate.validator.constraints.CodePointLength;

/** Lets an administrator overrule what was taken for a machine's response, or for a person's. */
@Path("/api/v1/responses/{id}")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class RulingResource {

    private final Rulings rulings;

    RulingResource(Rulings rulings) {
        this.rulings = rulings;
    }

    /** Why somebody rules as they do. */
    public record Reason(@NotBlank @CodePointLength(max = Ruling.LONGEST_REASON) String reason) {}

    /** Keeps a response and does not count it. */
    @POST
    @Path("/quarantine")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    public ResponseRow quarantine(@PathParam("id") String id, @NotNull @Valid Reason reason,
            @Context SecurityContext login) {
        return rule(id, Ruling.Kind.QUARANTINE, reason, login);
    }

    /** Lets a response count. */
    @POST
    @Path("/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    public ResponseRow release(@PathParam("id") String id, @NotNull @Valid Reason reason,
            @Context SecurityContext login) {
        return rule(id, Ruling.Kind.RELEASE, reason, login);
    }

    /** Who ruled on a response, when and why. */
    @GET
    @Path("/rulings")
    @RolesAllowed("reader")
    public Page<Ruling> rulings(@PathParam("id") String id) {
        return new Page<>(rulings.about(identifier(id)).orElseThrow(RulingResource::unknown), null);
    }

    private ResponseRow rule(String id, Ruling.Kind kind, Reason reason, SecurityContext login) {
        try {
            return rulings.rule(identifier(id), kind, reason.reason(), login.getUserPrincipal().getName())
                    .orElseThrow(RulingResource::unknown);
        } catch (Rulings.SurveyGoneException gone) {
            throw new ClientErrorException("The settings no longer have the survey of this response.",
                    Status.CONFLICT);
        }
    }

    private static UUID identifier(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noIdentifier) {
            throw unknown();
        }
    }

    private static NotFoundException unknown() {
        return new NotFoundException("There is no such response.");
    }
}
