package io.ticketpulse.closure.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One HTTP request of a desk, as it came. */
public final class Delivery {

    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] body;
    private final Instant receivedAt;

    /**
     * @param headers by name in any case; a header that was sent twice has two values
     * @param body    byte for byte, empty if there was none
     */
    public Delivery(Map<String, List<String>> headers, byte[] body, Instant receivedAt) {
        headers.forEach((name, values) -> this.headers.computeIfAbsent(name, key -> new ArrayList<>()).addAll(values));
        this.body = body.clone();
        this.receivedAt = receivedAt;
    }

    /** The one value of a header; null if it was not sent, and if it was sent twice, which leaves open which is meant. */
    public String header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? values.get(0) : null;
    }

    /** All headers; names in any case. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** The bytes that signatures are made over. */
    public byte[] body() {
        return body.clone();
    }

    /** When it came in: the time of what it tells, where it names none itself. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /**
     * The body, which must be one JSON object (RFC 8259).
     *
     * @throws NotUnderstoodException if it is anything else
     */
    public Payload json() {
        return Payload.parse(body);
    }
}
