package io.ticketpulse.response;

import java.time.Instant;

/** What becomes of a form with a well-formed answer. */
sealed interface Verdict {

    /** A new revision, which stands. */
    record Accepted() implements Verdict {}

    /** One of several scores within the burst window: all of them are set aside, this one too. */
    record Burst() implements Verdict {}

    /**
     * Not taken, because the link has had more responses than anybody needs.
     *
     * @param until when it takes another
     */
    record TooMany(Instant until) implements Verdict {}

    /**
     * Nothing new.
     *
     * @param known the answer that it repeats, or that has taken the place of that one
     */
    record Repeated(Answer known) implements Verdict {}

    /** Not taken. */
    record Refused(Objection objection) implements Verdict {}
}
