package io.ticketpulse.closure;

/** An event that can never be understood. The message names fields and never holds their values. */
final class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableEventException(String reason) {
        super(reason);
    }
}
