package io.ticketpulse.platform;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

/** Puts the headers of {@link CustomerPage} on. */
@Provider
@CustomerPage
class CustomerPageHeaders implements ContainerResponseFilter {

    /** Filters are made before there are any settings. */
    private final Instance<PageLook> look;

    CustomerPageHeaders(Instance<PageLook> look) {
        this.look = look;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        // A page that shows others in frames, or is shown in one, says so itself.
        if (!headers.containsKey("Content-Security-Policy")) {
            headers.putSingle("Content-Security-Policy", look.get().contentSecurityPolicy());
        }
        headers.putSingle("Referrer-Policy", "no-referrer");
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("X-Robots-Tag", "noindex, nofollow");
    }
}
