package io.ticketpulse.closure;

import java.sql.SQLException;

/** This batch will never be recorded, however often it is tried: a value in it is at fault. */
final class UnstorableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private UnstorableException(SQLException refusal) {
        super("the database refuses a value: SQL state " + refusal.getSQLState() + ", error "
                + refusal.getErrorCode());
    }

    UnstorableException(RuntimeException failure) {
        super("can't be recorded: " + failure.getClass().getName());
    }

    /** Classes 22 (data exception) and 23 (integrity constraint violation) of SQL states, ISO/IEC 9075. */
    static void throwIfCausing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal && refusal.getSQLState() != null
                    && (refusal.getSQLState().startsWith("22") || refusal.getSQLState().startsWith("23"))) {
                throw new UnstorableException(refusal);
            }
        }
    }
}
