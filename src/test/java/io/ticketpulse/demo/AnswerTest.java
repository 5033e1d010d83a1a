package io.ticketpulse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

/** Over many tickets, what the demo wants to show must be there to be seen. */
class AnswerTest {

    private static final List<Ticket> TICKETS = new Company(3).history(Instant.parse("2026-11-17T15:00:00Z")).stream()
            .map(DeskEvent::ticket).toList();

    @Test
    void aPlausiblePartAnswers() {
        RandomGenerator random = new SplittableRandom(1);

        long answers = TICKETS.stream().map(ticket -> Answer.of(ticket, random)).flatMap(Optional::stream).count();

        assertThat((double) answers / TICKETS.size()).isBetween(0.35, 0.6);
    }

    @Test
    void remoteAccessIsDoneInTimeAndYetDoesNotHelp() {
        assertThat(dissatisfied("Remote access")).isGreaterThan(0.4);
    }

    @Test
    void otherServicesDoneInTimeMostlyHelp() {
        assertThat(dissatisfied("Access and accounts")).isLessThan(0.2);
    }

    private static double dissatisfied(String service) {
        RandomGenerator random = new SplittableRandom(2);
        return TICKETS.stream().filter(ticket -> ticket.service().name().equals(service)).filter(Ticket::slaMet)
                .map(ticket -> Answer.of(ticket, random)).flatMap(Optional::stream)
                .mapToInt(answer -> answer.score() <= 2 ? 1 : 0).average().orElseThrow();
    }
}
