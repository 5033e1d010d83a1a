package io.ticketpulse.road;

import java.util.List;

/** What a customer does with the mail about a ticket; it follows from the ticket's number. */
record Habit(int number) {

    static Habit of(Ticket ticket) {
        return new Habit(ticket.number());
    }

    boolean optsOut() {
        return number % 20 == 3;
    }

    boolean answers() {
        return !optsOut() && number % 5 != 4;
    }

    boolean corrects() {
        return answers() && number % 4 == 1;
    }

    boolean sendsTwice() {
        return number % 6 == 0;
    }

    /** The answer at first. */
    Answer answer(Scale scale) {
        int score = number % 8 == 0 ? scale.min() : scale.max() - number % 11 % (scale.max() - scale.min());
        return new Answer(score, number % 7 == 2 ? "Kam schnell, danke!" : "",
                number % 9 == 0
                        ? List.of("reliability", "responsiveness")
                        : number % 3 == 0 ? List.of("reliability") : List.of());
    }

    /** The answer on second thoughts. */
    Answer correction(Scale scale) {
        Answer first = answer(scale);
        return new Answer(first.score() < scale.max() ? first.score() + 1 : scale.min(), first.comment(),
                first.drivers());
    }

    /** @param comment empty if there is none */
    record Answer(int score, String comment, List<String> drivers) {}
}
