package io.ticketpulse.platform;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

import io.vertx.core.http.HttpServerRequest;

/**
 * Carries out {@link LimitedPerClient}. The client is who connected; {@code X-Forwarded-For} is believed only where
 * Quarkus is told to ({@code quarkus.http.proxy}), because anybody can send it.
 */
@Provider
@LimitedPerClient
@Priority(Priorities.AUTHENTICATION)
class ClientLimitFilter implements ContainerRequestFilter {

    private final ClientLimit limit;
    private final HttpServerRequest connection;

    ClientLimitFilter(ClientLimit limit, HttpServerRequest connection) {
        this.limit = limit;
        this.connection = connection;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        limit.refuse(connection.remoteAddress().hostAddress(), request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .ifPresent(request::abortWith);
    }
}
