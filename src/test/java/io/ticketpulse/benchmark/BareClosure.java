package io.ticketpulse.benchmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.JsonNode;

/** The data of one {@code ticket.closed}, as the plain program sees it. */
final class BareClosure {

    private static final AtomicLong LAST_TIME = new AtomicLong();

    final byte[] id = newId();
    final String desk;
    final String ticketId;
    final LocalDateTime closedAt;
    final String email;
    private final JsonNode data;

    BareClosure(JsonNode data) {
        this.data = data;
        desk = text("desk");
        ticketId = text("ticketId");
        closedAt = time("closedAt");
        email = requester("email").toLowerCase(Locale.ROOT);
    }

    /** Null if absent. */
    String text(String field) {
        JsonNode value = data.get(field);
        return value == null ? null : value.textValue();
    }

    /** Null if absent. */
    String requester(String field) {
        JsonNode value = data.path("requester").get(field);
        return value == null ? null : value.textValue();
    }

    /** Null if absent. */
    LocalDateTime time(String field) {
        String text = text(field);
        return text == null ? null : OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }

    /** Null if absent. */
    Integer reopenCount() {
        JsonNode value = data.get("reopenCount");
        return value == null ? null : value.intValue();
    }

    /** Null if unknown. */
    Boolean slaMet() {
        JsonNode value = data.get("slaMet");
        return value == null ? null : value.booleanValue();
    }

    /** Null if unknown. */
    Long secondsToResolve() {
        LocalDateTime openedAt = time("openedAt");
        LocalDateTime resolvedAt = time("resolvedAt");
        LocalDateTime end = resolvedAt == null ? closedAt : resolvedAt;
        return openedAt == null || end.isBefore(openedAt) ? null : ChronoUnit.SECONDS.between(openedAt, end);
    }

    String month() {
        return YearMonth.from(closedAt).toString();
    }

    boolean isDrawn() {
        String text = Workload.SALT + '|' + Workload.SURVEY + '|' + desk + '|' + ticketId + "|0";
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(hash).getLong() >>> 11) / 0x1p53 < Workload.RATE;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** A UUID of version 7, in ascending order: milliseconds and a counter in the first 64 bits, chance in the rest. */
    static byte[] newId() {
        long time = LAST_TIME.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis() << 12));
        return ByteBuffer.allocate(16)
                .putLong(time >>> 12 << 16 | 0x7000 | time & 0xfff)
                .putLong(ThreadLocalRandom.current().nextLong() >>> 2 | 0x8000000000000000L)
                .array();
    }
}
