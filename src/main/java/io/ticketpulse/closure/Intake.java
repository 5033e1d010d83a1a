package io.ticketpulse.closure;

import java.util.Locale;

import io.ticketpulse.closure.desk.Report;

/** What became of a delivery. */
sealed interface Intake {

    /**
     * It is stored, or was before.
     *
     * @param told {@code CLOSED}, {@code REOPENED} or {@code OPEN}; of a batch the first of these that is in it
     */
    record Accepted(int events, String told) implements Intake {}

    /** It has nothing to do with closing and reopening. */
    record Ignored(Report.Reason because) implements Intake {}

    /** @param why a sentence for the sender */
    record Refused(Refusal refusal, String why) implements Intake {}

    /** Why a delivery is refused, and the HTTP status that says so. */
    enum Refusal {
        SIGNATURE(401),
        NO_SIGNATURE(401),
        NO_SECRET(401),
        NOT_UNDERSTOOD(400),
        TOO_LARGE(413),
        CONTENT_TYPE(415),
        UNAVAILABLE(503);

        private final int status;

        Refusal(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        /** Whether it was the desk that sent it, as far as is known. */
        boolean isTheDesks() {
            return this == NOT_UNDERSTOOD || this == CONTENT_TYPE || this == UNAVAILABLE;
        }
    }

    /** {@code ACCEPTED}, {@code IGNORED} or {@code REFUSED}. */
    default String outcome() {
        return getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    /** Why it was ignored or refused; what it told if it was accepted. */
    default String reason() {
        if (this instanceof Accepted accepted) {
            return accepted.told;
        }
        return this instanceof Ignored ignored ? ignored.because.name() : ((Refused) this).refusal.name();
    }
}
