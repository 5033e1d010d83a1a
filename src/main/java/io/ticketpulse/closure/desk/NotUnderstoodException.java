package io.ticketpulse.closure.desk;

/** A delivery is not what its kind of desk sends. The message is shown to the sender and quotes no value. */
public final class NotUnderstoodException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param reason a sentence that names fields, not their values */
    public NotUnderstoodException(String reason) {
        super(reason, null, false, false);
    }
}
