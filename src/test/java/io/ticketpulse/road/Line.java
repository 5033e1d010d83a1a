package io.ticketpulse.road;

import java.util.ArrayList;
import java.util.List;

import io.ticketpulse.road.Habit.Answer;

/** What is expected to have become of one closing. */
final class Line {

    /** Where an invitation stands. */
    enum State {
        PENDING, SENT, RESPONDED, CANCELLED, WITHDRAWN;

        boolean countsAsAsking() {
            return this == PENDING || this == SENT || this == RESPONDED;
        }
    }

    /** What the ledger says of a closing: null where it has nothing to say. */
    record Entry(String desk, String ticketId, int cycle, String closedAt, String survey, String decision,
            String reason, Double probability, String state, String stateReason) {}

    final Closing closing;
    final Survey survey;
    final String reason;
    final Double probability;
    final List<Answer> answers = new ArrayList<>();
    State state;
    boolean reopened;
    boolean mailed;

    private Line(Closing closing, Survey survey, String reason, Double probability, State state) {
        this.closing = closing;
        this.survey = survey;
        this.reason = reason;
        this.probability = probability;
        this.state = state;
    }

    static Line skipped(Closing closing, Survey survey, String reason, Double probability) {
        return new Line(closing, survey, reason, probability, null);
    }

    static Line sampled(Closing closing, Survey survey, double probability) {
        return new Line(closing, survey, null, probability, State.PENDING);
    }

    boolean asks(String person) {
        return state != null && state.countsAsAsking() && closing.ticket().person().equals(person);
    }

    void reopen() {
        reopened = true;
        if (state == State.PENDING) {
            state = State.CANCELLED;
        } else if (state == State.SENT) {
            state = State.WITHDRAWN;
        }
    }

    void mail() {
        if (state == State.PENDING && survey.asksAtOnce()) {
            state = State.SENT;
            mailed = true;
        }
    }

    void answer(Answer answer) {
        state = State.RESPONDED;
        answers.add(answer);
    }

    /** The answer that counts; null if there is none. */
    Answer answer() {
        return answers.isEmpty() ? null : answers.get(answers.size() - 1);
    }

    Entry entry() {
        return new Entry(closing.ticket().desk(), closing.ticket().id(), closing.cycle(),
                closing.closedAt().toString(), survey == null ? null : survey.id(),
                state == null ? "SKIPPED" : "SAMPLED", reason, probability, state == null ? null : state.name(),
                state == State.CANCELLED ? "REOPENED" : null);
    }
}
