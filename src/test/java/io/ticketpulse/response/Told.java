package io.ticketpulse.response;

import static io.ticketpulse.response.ResponseStanding.ACCEPTED;
import static io.ticketpulse.response.ResponseStanding.QUARANTINED;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.ticketpulse.invitation.Scale;

/** What was said before, for tests of rules. Seconds are counted from the first response. */
final class Told {

    static final int MINUTE = 60;
    static final int HOUR = 60 * MINUTE;

    static final UUID INVITATION = UUID.fromString("0199b3a4-5c00-7000-8000-000000000001");
    static final UUID USED = UUID.fromString("00000000-0000-4000-8000-000000000001");
    static final Instant START = Instant.parse("2026-10-07T08:30:00Z");

    private Told() {
    }

    static Answer score(int score) {
        return new Answer(Scale.STARS, score, null, List.of());
    }

    static Instant at(int second) {
        return START.plusSeconds(second);
    }

    /** Of the question page. */
    static Nonce question(int second) {
        return knowing(0, second);
    }

    /** Of a page that was made when there were so many revisions. */
    static Nonce knowing(int revision, int second) {
        return new Nonce(INVITATION, revision, 0, 0, at(second), at(second), UUID.randomUUID());
    }

    /** Of the question page, and spent on what is given here. */
    static Nonce used() {
        return new Nonce(INVITATION, 0, 0, 0, at(-30), at(-30), USED);
    }

    static GivenResponse waiting(int score, int second) {
        return given(1, score(score), ACCEPTED, second, true);
    }

    /** What counts, and was said again from another form. */
    static GivenResponse repeated(int score, int second, int again) {
        return new GivenResponse(UUID.randomUUID(), 1, USED, score(score), ACCEPTED, at(second), null, at(again));
    }

    static GivenResponse counting(int score, int second) {
        return given(1, score(score), ACCEPTED, second, false);
    }

    static GivenResponse quarantined(int score, int second) {
        return given(1, score(score), QUARANTINED, second, false);
    }

    /** A later revision, sent with a form of its own. */
    static GivenResponse revision(int revision, int score, ResponseStanding standing, int second, boolean waits) {
        return new GivenResponse(UUID.randomUUID(), revision, UUID.randomUUID(), score(score), standing, at(second),
                waits ? at(second + 10) : null, null);
    }

    static GivenResponse given(int revision, Answer answer, ResponseStanding standing, int second,
            boolean waits) {
        return new GivenResponse(UUID.randomUUID(), revision, USED, answer, standing, at(second),
                waits ? at(second + 10) : null, null);
    }
}
