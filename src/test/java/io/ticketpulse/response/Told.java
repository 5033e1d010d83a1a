package io.ticketpulse.response;

import static io.ticketpulse.response.ResponseStanding.ACCEPTED;
import static io.ticketpulse.response.ResponseStanding.QUARANTINED;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.ticketpulse.invitation.Scale;
import io.ticketpulse.response.Nonce.Purpose;

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

    static Nonce nonce(Purpose purpose, int second) {
        return new Nonce(purpose, INVITATION, at(second), UUID.randomUUID());
    }

    static Nonce used(Purpose purpose) {
        return new Nonce(purpose, INVITATION, at(-30), USED);
    }

    static GivenResponse waiting(int score, int second) {
        return given(1, score(score), ACCEPTED, second, true);
    }

    static GivenResponse counting(int score, int second) {
        return given(1, score(score), ACCEPTED, second, false);
    }

    static GivenResponse quarantined(int score, int second) {
        return given(1, score(score), QUARANTINED, second, false);
    }

    static GivenResponse given(int revision, Answer answer, ResponseStanding standing, int second,
            boolean waits) {
        return new GivenResponse(UUID.randomUUID(), revision, USED, answer, standing, at(second),
                waits ? at(second + 10) : null);
    }
}
