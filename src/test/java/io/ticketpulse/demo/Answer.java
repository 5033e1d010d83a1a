package io.ticketpulse.demo;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a customer does with the mail about a ticket. Invented, with plausible chances: the less helped write a little more
 * often, and most people answer nothing at all.
 *
 * @param score stars 1 to 5
 * @param comment may be empty
 */
record Answer(int score, String comment) {

    private static final double ANSWERS_WHEN_HELPED = 0.42;
    private static final double ANSWERS_WHEN_NOT = 0.58;
    private static final double OPTS_OUT = 0.01;
    private static final double LATE_COSTS = 0.65;
    private static final double REOPENED_COSTS = 0.6;
    private static final double COMMENTS = 0.35;

    private static final List<String> PRAISE = List.of("Quick and friendly, thank you!", "Solved at the first call.",
            "Works again.", "Very patient colleague.");
    private static final List<String> COMPLAINT = List.of("Closed, but the problem is still there.",
            "Nobody asked me whether it works.", "Same problem for the third time this month.",
            "I was sent from one team to the next.");

    /** {@return whether the customer has had enough of such mails and opts out} */
    static boolean optsOut(RandomGenerator random) {
        return random.nextDouble() < OPTS_OUT;
    }

    /** {@return what the customer of this ticket answers; nothing for somebody who does not} */
    static Optional<Answer> of(Ticket ticket, RandomGenerator random) {
        boolean helped = random.nextDouble() < chanceOfHelp(ticket);
        if (random.nextDouble() > (helped ? ANSWERS_WHEN_HELPED : ANSWERS_WHEN_NOT)) {
            return Optional.empty();
        }
        int score = helped ? (random.nextInt(3) == 0 ? 4 : 5) : 1 + random.nextInt(3);
        List<String> words = helped ? PRAISE : COMPLAINT;
        String comment = random.nextDouble() < COMMENTS ? words.get(random.nextInt(words.size())) : "";
        return Optional.of(new Answer(score, comment));
    }

    private static double chanceOfHelp(Ticket ticket) {
        double chance = ticket.service().helpedShare();
        if (!ticket.slaMet()) {
            chance *= LATE_COSTS;
        }
        return ticket.reopenCount() > 0 ? chance * REOPENED_COSTS : chance;
    }
}
