package io.ticketpulse.demo;

import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** One monthly event, as a row of a table. Shares are written in per cent; what is held back is empty. */
record Figure(JsonNode data) {

    public String dimension() {
        return data.path("dimension").asText();
    }

    public String value() {
        return data.path("value").asText();
    }

    public String status() {
        return data.path("status").asText();
    }

    public int revision() {
        return data.path("revision").asInt();
    }

    public int closed() {
        return count("closed");
    }

    public int sent() {
        return count("sent");
    }

    public int responded() {
        return count("responded");
    }

    public boolean suppressed() {
        return data.path("suppressed").asBoolean();
    }

    public Optional<String> responseRate() {
        return percent(data.path("responseRate"));
    }

    public Optional<String> satisfied() {
        return percent(data.path("csat").path("value"));
    }

    public Optional<String> satisfiedFrom() {
        return percent(data.path("csat").path("low"));
    }

    public Optional<String> satisfiedTo() {
        return percent(data.path("csat").path("high"));
    }

    public Optional<String> slaMet() {
        return percent(data.path("sla").path("share"));
    }

    public Optional<String> greenButDissatisfied() {
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
