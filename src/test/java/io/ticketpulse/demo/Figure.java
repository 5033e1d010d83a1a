package io.ticketpulse.demo;

import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** One monthly event, as a row of a table. Shares are written in per cent; what is held back is empty. */
record Figure(JsonNode data) {

    String dimension() {
        return data.path("dimension").asText();
    }

    String value() {
        return data.path("value").asText();
    }

    String status() {
        return data.path("status").asText();
    }

    int revision() {
        return data.path("revision").asInt();
    }

    int closed() {
        return count("closed");
    }

    int sent() {
        return count("sent");
    }

    int responded() {
        return count("responded");
    }

    boolean suppressed() {
        return data.path("suppressed").asBoolean();
    }

    Optional<String> responseRate() {
        return percent(data.path("responseRate"));
    }

    Optional<String> satisfied() {
        return percent(data.path("csat").path("value"));
    }

    Optional<String> satisfiedFrom() {
        return percent(data.path("csat").path("low"));
    }

    Optional<String> satisfiedTo() {
        return percent(data.path("csat").path("high"));
    }

    Optional<String> slaMet() {
        return percent(data.path("sla").path("share"));
    }

    Optional<String> greenButDissatisfied() {
        return percent(data.path("watermelon").path("share"));
    }

    private int count(String name) {
        return data.path("counts").path(name).asInt();
    }

    private static Optional<String> percent(JsonNode share) {
        return share.isNumber()
                ? Optional.of(String.format(Locale.ROOT, "%.0f", share.asDouble() * 100))
                : Optional.empty();
    }
}
