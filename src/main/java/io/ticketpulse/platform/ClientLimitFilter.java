package io.ticketpulse.platform;

import java.time.Duration;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;

/**
 * Carries out {@link LimitedPerClient}. The client is who connected; {@code X-Forwarded-For} is believed only where
 * Quarkus is told to ({@code quarkus.http.proxy}), because anybody can send it.
 */
@Provider
@LimitedPerClient
@Priority(Priorities.AUTHENTICATION)
class ClientLimitFilter implements ContainerRequestFilter {

    /** Requests that were answered 429. */
    static final String LIMITED = "ticketpulse.requests.limited";

    private final RequestLimit limit;
    private final Texts texts;
    private final HttpServerRequest connection;
    private final MeterRegistry registry;

    ClientLimitFilter(RequestLimit limit, Texts texts, HttpServerRequest connection, MeterRegistry registry) {
        this.limit = limit;
        this.texts = texts;
        this.connection = connection;
        this.registry = registry;
    }

    @CheckedTemplate(basePath = "platform")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance busy(Wording t);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Duration wait = limit.take(ClientAddress.client(connection.remoteAddress().hostAddress()));
        if (!wait.isZero()) {
            registry.counter(LIMITED).increment();
            Wording t = texts.in(null, request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
            request.abortWith(Response.status(Response.Status.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1)
                    .header(HttpHeaders.CONTENT_LANGUAGE, t.language())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).entity(Templates.busy(t).render()).build());
        }
    }
}
