package io.ticketpulse.response;

/** What becomes of a form with a well-formed answer. */
sealed interface Verdict {

    /** A new revision, which stands. */
    record Accepted() implements Verdict {}

    /** One of several scores within the burst window: all of them are set aside, this one too. */
    record Burst() implements Verdict {}

    /**
     * Nothing new.
     *
     * @param known the answer that it repeats, or that has taken the place of that one
     */
    record Repeated(Answer known) implements Verdict {}

    /** Not taken. */
    record Refused(Objection objection) implements Verdict {}
}
