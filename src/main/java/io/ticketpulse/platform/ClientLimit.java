package io.ticketpulse.platform;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Says kindly that a client has asked too often. */
@ApplicationScoped
public class ClientLimit {

    /** Requests that were answered 429. */
    static final String LIMITED = "ticketpulse.requests.limited";

    private final RequestLimit limit;
    private final Texts texts;
    private final MeterRegistry registry;

    ClientLimit(RequestLimit limit, Texts texts, MeterRegistry registry) {
        this.limit = limit;
        this.texts = texts;
        this.registry = registry;
    }

    @CheckedTemplate(basePath = "platform")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance busy(Wording t);
    }

    /**
     * Takes one request.
     *
     * @param address   of who asks
     * @param languages what the browser prefers, null if it does not say
     * @return the answer, if there is no other
     */
    Optional<Response> refuse(String address, String languages) {
        Duration wait = limit.take(ClientAddress.client(address));
        if (wait.isZero()) {
            return Optional.empty();
        }
        registry.counter(LIMITED).increment();
        Wording t = texts.in(null, languages);
        return Optional.of(Response.status(Response.Status.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1)
                .header(HttpHeaders.CONTENT_LANGUAGE, t.language())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).entity(page(t)).build());
    }

    /** What a client that asks too often sees. */
    public String page(Wording t) {
        return Templates.busy(t).render();
    }
}
