package io.ticketpulse.invitation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What matters of a person while it is decided whether to ask: read under the lock of the person's row. */
final class Person {

    private final UUID id;
    private final Instant optedOutAt;
    private final Instant undeliverableAt;
    private final List<Instant> askedAt = new ArrayList<>();

    Person(UUID id, Instant optedOutAt, Instant undeliverableAt) {
        this.id = id;
        this.optedOutAt = optedOutAt;
        this.undeliverableAt = undeliverableAt;
    }

    UUID id() {
        return id;
    }

    boolean hasOptedOut() {
        return optedOutAt != null;
    }

    boolean bouncedAfter(Instant instant) {
        return undeliverableAt != null && undeliverableAt.isAfter(instant);
    }

    /** The person was asked then, or will be. */
    void asked(Instant at) {
        askedAt.add(at);
    }

    long timesAskedAfter(Instant instant) {
        return askedAt.stream().filter(at -> at.isAfter(instant)).count();
    }
}
