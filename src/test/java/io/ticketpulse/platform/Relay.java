package io.ticketpulse.platform;

import io.quarkus.arc.Arc;

/** The outbox relay of the test application, where no schedule runs it. */
public final class Relay {

    private Relay() {
    }

    /** Carries everything to Kafka that waits in the outbox. */
    public static void run() {
        Arc.container().instance(OutboxRelay.class).get().relay();
    }
}
