package io.ticketpulse.closure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.ticketpulse.closure.Intake.Refusal;
import io.ticketpulse.closure.Intake.Refused;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Refuses deliveries that say that they are too large before they are read, in words; the server would use none. */
@Singleton
class DeliverySizeFilter {

    /** Before the server looks at the length itself. */
    private static final int PRIORITY = 100;
    private static final Pattern WEBHOOK = Pattern.compile("/webhooks/([^/]+)");

    private final Desks desks;
    private final DeskActivity activity;

    DeliverySizeFilter(Desks desks, DeskActivity activity) {
        this.desks = desks;
        this.activity = activity;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext request) {
        Matcher webhook = WEBHOOK.matcher(request.normalizedPath());
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !webhook.matches() || desks.named(webhook.group(1)).isEmpty()
                || length.length() <= 9 && Integer.parseInt(length) <= DeliveryIntake.LARGEST) {
            request.next();
            return;
        }
        activity.count(webhook.group(1), new Refused(Refusal.TOO_LARGE, DeliveryIntake.TOO_LARGE));
        request.response().setStatusCode(Refusal.TOO_LARGE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(new JsonObject().put("status", Refusal.TOO_LARGE.status())
                        .put("title", "Request Entity Too Large").put("detail", DeliveryIntake.TOO_LARGE)
                        .put("instance", request.normalizedPath()).toBuffer());
    }
}
