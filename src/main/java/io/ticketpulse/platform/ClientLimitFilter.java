package io.ticketpulse.platform;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

import io.vertx.core.http.HttpServerRequest;
import org.jboss.logging.Logger;

/**
 * Carries out {@link LimitedPerClient}. Quarkus knows whose {@code X-Forwarded-For} to believe, and then believes its
 * first address, which is the client's own word where a proxy adds to what is there; so the proxies are counted here.
 */
@Provider
@LimitedPerClient
@Priority(Priorities.AUTHENTICATION)
class ClientLimitFilter implements ContainerRequestFilter {

    private static final Logger LOG = Logger.getLogger(ClientLimitFilter.class);
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    /** Once is enough. */
    private final AtomicBoolean warned = new AtomicBoolean();

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
        if (context.getProperty(LimitedPerClient.FREE) != null) {
            return;
        }
        int proxies = settings.get().response().trustedProxies();
        List<String> forwardedFor = context.getHeaders().getOrDefault(FORWARDED_FOR, List.of());
        if (proxies == 0 && !forwardedFor.isEmpty() && !warned.getAndSet(true)) {
            LOG.warn("A request came by a proxy, and ticketpulse.response.trusted-proxies is 0: if that is a proxy of"
                    + " yours, all its clients are taken for one, and refused together");
        }
        String client = ClientAddress.behind(proxies, request.connection().remoteAddress().hostAddress(),
                forwardedFor);
        limit.refuse(client, context.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)).ifPresent(context::abortWith);
    }
}
