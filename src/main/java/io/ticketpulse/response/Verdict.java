package io.ticketpulse.response;

import java.time.Instant;
import java.util.List;

/** What becomes of a form with a well-formed answer. */
sealed interface Verdict {

    /** Why the page comes again; null if it does not. */
    default Objection objection() {
        return null;
    }

    /** A new revision, which stands. */
    record Accepted() implements Verdict {}

    /**
     * A machine's: it is kept, and set aside.
     *
     * @param together waiting responses that are set aside with it
     */
    record Quarantined(List<GivenResponse> together) implements Verdict {}

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
