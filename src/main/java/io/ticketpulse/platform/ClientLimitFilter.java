package io.ticketpulse.platform;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

import io.vertx.core.http.HttpServerRequest;

/**
 * Carries out {@link LimitedPerClient}. Quarkus knows whose {@code X-Forwarded-For} to believe, and then believes its
 * first address, which is the client's own word where a proxy adds to what is there; so the proxies are counted here.
 */
@Provider
@LimitedPerClient
@Priority(Priorities.AUTHENTICATION)
class ClientLimitFilter implements ContainerRequestFilter {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final ClientLimit limit;
    private final HttpServerRequest request;
    /** Filters are made before there are any settings. */
    private final Instance<PlatformSettings> settings;

    ClientLimitFilter(ClientLimit limit, HttpServerRequest request, Instance<PlatformSettings> settings) {
        this.limit = limit;
        this.request = request;
        this.settings = settings;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        String client = ClientAddress.behind(settings.get().response().trustedProxies(),
                request.connection().remoteAddress().hostAddress(),
                context.getHeaders().getOrDefault(FORWARDED_FOR, List.of()));
        limit.refuse(client, context.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)).ifPresent(context::abortWith);
    }
}
