package io.ticketpulse.platform;

/** What may be logged of failures. Messages of drivers and parsers quote values, and values are never logged. */
public final class Failures {

    private Failures() {
    }

    /** What failed and where, in words that quote nothing. */
    public static String inWords(Throwable failure) {
        if (failure instanceof Transactions.DatabaseException) {
            return failure.getMessage();
        }
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
