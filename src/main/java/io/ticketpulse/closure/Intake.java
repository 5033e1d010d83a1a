package io.ticketpulse.closure;

import java.util.Locale;

import io.ticketpulse.closure.desk.Report;

/** What became of a delivery. */
sealed interface Intake {

    /** It is stored, or was before. */
    record Accepted(int events) implements Intake {}

    /** It has nothing to do with closing and reopening. */
    record Ignored(Report.Reason because) implements Intake {}

    /** @param why a sentence for the sender */
    record Refused(Refusal refusal, String why) implements Intake {}

    /** Why a delivery is refused, and the HTTP status that says so. */
    enum Refusal {
        SIGNATURE(401), NO_SECRET(401), NOT_UNDERSTOOD(400), TOO_LARGE(413), CONTENT_TYPE(415), UNAVAILABLE(503);

        private final int status;

        Refusal(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** {@code ACCEPTED}, {@code IGNORED} or {@code REFUSED}. */
    default String outcome() {
        return getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    /** Why it was ignored or refused; empty if it was accepted. */
    default String reason() {
        return this instanceof Ignored ignored
                ? ignored.because.name()
                : this instanceof Refused refused ? refused.refusal.name() : "";
    }
}
