package io.ticketpulse.road;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The surveys of the run: what is set, and what follows from that by the contract. */
enum Survey {
    /** The default survey; some of its settings are not the default. */
    INCIDENT(Scale.STARS, Map.of(
            "sampling.rate", "0.5",
            "sampling.rates.priority.p1", "1.0",
            "sampling.rates.priority.p4", "0.25",
            "sampling.rates.service.vpn", "0.8",
            "sampling.salt", "salt of incidents",
            "excluded.categories", "test")),
    /** On the scale of the net promoter score. */
    PROJECT(Scale.NPS, Map.of(
            "order", "50",
            "ticket-types", "project",
            "scale", "nps",
            "sampling.rate", "0.7",
            "sampling.salt", "salt of projects")),
    /**
     * Wants so many of each priority that it asks everybody, but for a cap. All its closings are in one month, so that no
     * value has a month before from which a rate would follow.
     */
    CHANGE(Scale.STARS, Map.of(
            "order", "50",
            "ticket-types", "change",
            "sampling.rate", "0.1",
            "sampling.minimum-per-month.priority", "2",
            "sampling.monthly-cap", "8",
            "sampling.salt", "salt of changes")),
    /** Asks everybody, but not in this century: its invitations can only be cancelled. */
    REQUEST(Scale.STARS, Map.of(
            "order", "50",
            "ticket-types", "request",
            "delivery.delay", "36500d"));

    private final Scale scale;
    private final Map<String, String> settings;

    Survey(Scale scale, Map<String, String> settings) {
        this.scale = scale;
        this.settings = settings;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Scale scale() {
        return scale;
    }

    boolean asksAtOnce() {
        return this != REQUEST;
    }

    /** What the service is told of its surveys. */
    static Map<String, String> settings() {
        Map<String, String> all = new TreeMap<>();
        for (Survey survey : values()) {
            String path = "ticketpulse.surveys." + survey.id() + ".";
            all.put(path + "sampling.max-age", "3650d");
            if (survey.asksAtOnce()) {
                all.put(path + "delivery.delay", "0");
            }
            survey.settings.forEach((name, value) -> all.put(path + name, value));
        }
        return all;
    }

    static Optional<Survey> taking(Ticket ticket) {
        return switch (lower(ticket, "ticketType")) {
            case "change" -> Optional.of(CHANGE);
            case "project" -> Optional.of(PROJECT);
            case "request" -> Optional.of(REQUEST);
            case "incident", "(none)" -> Optional.of(INCIDENT);
            default -> Optional.empty();
        };
    }

    boolean excludes(Ticket ticket) {
        return this == INCIDENT && lower(ticket, "category").equals("test");
    }

    /** The most closings of a month that are sampled. */
    int monthlyCap() {
        return Integer.parseInt(settings.getOrDefault("sampling.monthly-cap", String.valueOf(Integer.MAX_VALUE)));
    }

    /** The probability of being sampled: the highest rate of a value that has one, else the survey's. */
    double probability(Ticket ticket) {
        if (this == CHANGE) {
            return 1.0;
        }
        DoubleStream ofValues = this == INCIDENT
                ? Stream.of(lower(ticket, "priority"), lower(ticket, "service"))
                        .flatMapToDouble(value -> switch (value) {
                            case "p1" -> DoubleStream.of(1.0);
                            case "p4" -> DoubleStream.of(0.25);
                            case "vpn" -> DoubleStream.of(0.8);
                            default -> DoubleStream.empty();
                        })
                : DoubleStream.empty();
        return ofValues.max().orElse(Double.parseDouble(settings.getOrDefault("sampling.rate", "1.0")));
    }

    /** The draw: the first 53 bits of a hash as a fraction, compared with the probability. */
    boolean draws(Closing closing) {
        String text = String.join("|", settings.getOrDefault("sampling.salt", ""), id(), closing.ticket().desk(),
                closing.ticket().id(), String.valueOf(closing.cycle()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(hash).getLong() >>> 11) * Math.pow(2, -53) < probability(closing.ticket());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String lower(Ticket ticket, String dimension) {
        return ticket.value(dimension).toLowerCase(Locale.ROOT);
    }
}
