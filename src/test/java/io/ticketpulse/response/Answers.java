package io.ticketpulse.response;

import java.time.Duration;

import jakarta.inject.Singleton;

import io.quarkus.arc.Unremovable;
import io.ticketpulse.platform.MovableClock;

/** Has customers asked and answer where no job runs. */
@Singleton
@Unremovable
public class Answers {

    private final Guests guests;
    private final Settling settling;

    Answers(Guests guests, Settling settling) {
        this.guests = guests;
        this.settling = settling;
    }

    /** A ticket was closed two days ago; its customer is dissatisfied, says something, and that counts by now. */
    public void given(Somebody somebody, MovableClock clock) {
        askedAndGiven(somebody, clock);
    }

    /** A ticket was closed two days ago; its customer got the mail. */
    public void asked(Somebody somebody, MovableClock clock) {
        invited(somebody, clock);
    }

    private Invitee invited(Somebody somebody, MovableClock clock) {
        somebody.closes(somebody.ticketId(), "incident", clock.instant().minus(Duration.ofDays(2)));
        return guests.asked(Somebody.DESK, somebody.ticketId());
    }

    Invitee askedAndGiven(Somebody somebody, MovableClock clock) {
        Invitee invitee = invited(somebody, clock);
        String nonce = Invitee.nonce(invitee.open());
        clock.passSeconds(5);
        invitee.send(2, nonce, "&comment=I+say+" + somebody.word()).then().statusCode(200);
        clock.passSeconds(10);
        settling.settleDue();
        return invitee;
    }
}
