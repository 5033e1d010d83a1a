package io.ticketpulse.platform;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers JSON that is not what a route takes, without quoting it. */
@Singleton
public class UnreadableBodies {

    UnreadableBodies() {
    }

    /** Problem details (RFC 9457), like every other refusal. */
    @ServerExceptionMapper
    public Response wrongType(MismatchedInputException mismatch) {
        return HttpProblem.builder().withStatus(Status.BAD_REQUEST).withTitle("Bad Request")
                .withDetail("The body has a field of the wrong type.").build().toResponse();
    }
}
