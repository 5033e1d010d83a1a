package io.ticketpulse.closure.desk;

import java.time.Duration;
import java.util.Optional;

/** A desk did not say who somebody is, and may do so later. The message quotes nothing and may be logged. */
public final class LookUpFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final Duration retryAfter;

    /** @param reason a sentence without any value */
    public LookUpFailedException(String reason) {
        this(reason, 0, null);
    }

    /**
     * The desk answered with an error.
     *
     * @param status     of HTTP
     * @param retryAfter how long the desk wants to be left alone; null if it did not say
     */
    public LookUpFailedException(int status, Duration retryAfter) {
        this("It answered with status " + status + ".", status, retryAfter);
    }

    private LookUpFailedException(String reason, int status, Duration retryAfter) {
        super(reason, null, false, false);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** Of HTTP; 0 if there was no answer. */
    public int status() {
        return status;
    }

    /** How long the desk wants to be left alone. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
