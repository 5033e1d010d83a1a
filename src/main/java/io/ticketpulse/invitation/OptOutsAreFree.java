package io.ticketpulse.invitation;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

import io.ticketpulse.platform.LimitedPerClient;

/**
 * Nobody's opting out is refused because somebody else at the same address asks too often: mail programs of many people
 * do it from one address. Forged links, which anybody can send, count as ever.
 */
@Provider
@LimitedPerClient
@Priority(Priorities.AUTHENTICATION - 1)
class OptOutsAreFree implements ContainerRequestFilter {

    private static final String PATH = "/u/";

    /** Filters are made before there are any settings. */
    private final Instance<OptOutLink> links;

    OptOutsAreFree(Instance<OptOutLink> links) {
        this.links = links;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        String path = context.getUriInfo().getRequestUri().getRawPath();
        if (HttpMethod.POST.equals(context.getMethod()) && path.startsWith(PATH)
                && links.get().verify(path.substring(PATH.length())).isPresent()) {
            context.setProperty(LimitedPerClient.FREE, true);
        }
    }
}
