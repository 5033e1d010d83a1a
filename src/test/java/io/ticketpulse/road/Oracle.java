package io.ticketpulse.road;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.ticketpulse.road.Arrival.Closed;
import io.ticketpulse.road.Arrival.News;
import io.ticketpulse.road.Arrival.Reopened;

/** Foretells whom the service asks, from the contract and from what arrives, one piece of news after the other. */
final class Oracle {

    private static final Duration MAX_AGE = Duration.ofDays(3650);

    private final Map<Closing, Line> lines = new LinkedHashMap<>();
    private final Set<String> optedOut = new HashSet<>();

    void hear(List<Arrival> arrivals) {
        for (Arrival arrival : arrivals) {
            for (News news : arrival.news()) {
                if (news instanceof Closed closed) {
                    lines.put(closed.closing(), decide(closed.closing()));
                } else if (news instanceof Reopened reopened) {
                    lines.get(reopened.closing()).reopen();
                }
            }
        }
    }

    /** Everything that is due is sent. */
    List<Line> mail() {
        List<Line> before = mailed();
        lines.values().forEach(Line::mail);
        List<Line> now = new ArrayList<>(mailed());
        now.removeAll(before);
        return now;
    }

    void optOut(Line line) {
        optedOut.add(line.closing.ticket().person());
    }

    Collection<Line> lines() {
        return lines.values();
    }

    /** What a mail was sent about. */
    List<Line> mailed() {
        return lines.values().stream().filter(line -> line.mailed).toList();
    }

    /** To whom, a line for each mail. */
    List<String> addresses() {
        return mailed().stream().map(line -> line.closing.ticket().person()).toList();
    }

    /** The policies in the order of the contract: the first that applies gives the reason. */
    private Line decide(Closing closing) {
        Ticket ticket = closing.ticket();
        Optional<Survey> survey = Survey.taking(ticket);
        if (survey.isEmpty()) {
            return Line.skipped(closing, null, "NO_SURVEY", null);
        }
        String reason = reason(closing, survey.get());
        if (reason != null) {
            return Line.skipped(closing, survey.get(), reason, null);
        }
        double probability = survey.get().probability(ticket);
        if (!survey.get().draws(closing)) {
            return Line.skipped(closing, survey.get(), "NOT_DRAWN", probability);
        }
        return sampled(survey.get(), closing.month()) < survey.get().monthlyCap()
                ? Line.sampled(closing, survey.get(), probability)
                : Line.skipped(closing, survey.get(), "MONTHLY_CAP", probability);
    }

    private long sampled(Survey survey, YearMonth month) {
        return lines.values().stream().filter(
                line -> line.survey == survey && line.closing.month().equals(month) && line.state != null).count();
    }

    private String reason(Closing closing, Survey survey) {
        Ticket ticket = closing.ticket();
        if (closing.closedAt().isBefore(Instant.now().minus(MAX_AGE))) {
            return "TOO_OLD";
        }
        if (survey.excludes(ticket)) {
            return "EXCLUDED_TICKET";
        }
        if (ticket.email() == null) {
            return "NO_ADDRESS";
        }
        if (!ticket.email().contains("@")) {
            return "INVALID_ADDRESS";
        }
        if (ticket.email().toLowerCase(Locale.ROOT).startsWith("noreply@")) {
            return "EXCLUDED_ADDRESS";
        }
        if (ticket.email().equalsIgnoreCase(ticket.assignee())) {
            return "SELF_RESOLVED";
        }
        if (optedOut.contains(ticket.person())) {
            return "OPTED_OUT";
        }
        return lines.values().stream().anyMatch(line -> line.asks(ticket.person())) ? "COOL_DOWN" : null;
    }
}
