package io.ticketpulse.satisfaction;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.ticketpulse.closure.Dimension;
import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.platform.ReportingZone;

/**
 * Thirteen months of one survey, published as the service does: a month again and again while it is running, then final,
 * some corrected, and after each the months that compare themselves with it. Each answer ticks a driver of its own, so
 * that figures say exactly whose answers are in them.
 */
final class PublishedYear {

    static final int MINIMUM = 5;
    static final YearMonth FIRST = YearMonth.of(2025, 10);
    static final YearMonth LAST = FIRST.plusMonths(12);
    /** The dimensions whose values differ. */
    static final List<String> DIMENSIONS = List.of("desk", "priority");

    final Map<FigureKey, StoredFigure> stored = new HashMap<>();
    /** Everything that adds up of the answers that each cell had at each publication at which it had but a few. */
    final Map<FigureKey, Set<Map<String, Double>>> truths = new HashMap<>();

    private final Scale scale;
    private final Map<YearMonth, List<Fact>> facts = new TreeMap<>();
    private final Set<YearMonth> settled = new HashSet<>();
    private final String story;
    private int answers;

    /** An answer that is given, or the oldest one of its desk that is set aside. */
    record Event(String desk, String priority, boolean satisfied, Boolean slaMet, boolean setAside) {}

    PublishedYear(Scale scale, List<List<List<Event>>> months, List<List<Event>> late) {
        this.scale = scale;
        this.story = scale + " " + months + " late " + late;
        for (int i = 0; i < months.size(); i++) {
            YearMonth month = FIRST.plusMonths(i);
            for (List<Event> day : months.get(i)) {
                happen(month, day);
                publish(month);
            }
            if (month.isBefore(LAST.minusMonths(1))) {
                settled.add(month);
                publish(month);
            }
        }
        for (int i = 0; i < late.size(); i++) {
            YearMonth month = FIRST.plusMonths(i);
            happen(month, late.get(i));
            publish(month);
        }
    }

    private void happen(YearMonth month, List<Event> events) {
        List<Fact> those = facts.computeIfAbsent(month, unseen -> new ArrayList<>());
        for (Event event : events) {
            if (event.setAside()) {
                those.stream().filter(fact -> fact.values().get(Dimension.DESK).equals(event.desk())).findFirst()
                        .ifPresent(those::remove);
            } else {
                Map<Dimension, String> values = Facts.desk(event.desk());
                values.put(Dimension.PRIORITY, event.priority());
                those.add(new Fact(values, event.slaMet(), null, null, 1.0, InvitationState.RESPONDED, false, scale,
                        event.satisfied() ? scale.max() : scale.min(), false, false,
                        List.of("answer " + answers++)));
            }
        }
    }

    private void publish(YearMonth month) {
        revise(month);
        for (int later : new int[]{1, 12}) {
            if (facts.containsKey(month.plusMonths(later))) {
                revise(month.plusMonths(later));
            }
        }
    }

    private void revise(YearMonth month) {
        MonthCells cells = new MonthCells(scale);
        facts.get(month).forEach(cells::add);
        new Revisions(new SurveyMonth("incident", month), new ReportingZone(ZoneOffset.UTC), isSettled(month), false,
                MINIMUM, Instant.EPOCH).next(cells, stored)
                .forEach(figure -> stored.put(figure.figure().key(), figure));
        stored.keySet().stream().filter(key -> key.month().equals(month)).forEach(key -> {
            Statistics exact = exact(key, cells);
            if (0 < exact.responded() && exact.responded() < MINIMUM) {
                truths.computeIfAbsent(key, unseen -> new HashSet<>()).add(Attacker.sums(exact));
            }
        });
    }

    boolean isSettled(YearMonth month) {
        return settled.contains(month);
    }

    /** What a figure would say if nothing were suppressed. */
    Statistics exact(FigureKey key) {
        MonthCells cells = new MonthCells(scale);
        facts.get(key.month()).forEach(cells::add);
        return exact(key, cells);
    }

    private Statistics exact(FigureKey key, MonthCells cells) {
        return cells.byDimension().get(key.dimension()).getOrDefault(key.value(), new Cell(scale)).statistics();
    }

    /** The values with answers, but too few. */
    List<FigureKey> small() {
        return stored.values().stream().map(StoredFigure::figure)
                .filter(figure -> 0 < figure.counts().responded() && figure.counts().responded() < MINIMUM)
                .map(MonthlyFigure::key).toList();
    }

    /** The figures of a month's dimension. */
    List<MonthlyFigure> figures(YearMonth month, String dimension) {
        return stored.values().stream().map(StoredFigure::figure)
                .filter(figure -> figure.month().equals(month) && figure.dimension().equals(dimension)).toList();
    }

    MonthlyFigure all(YearMonth month) {
        return figures(month, FigureKey.ALL).get(0);
    }

    /** Those with figures. */
    List<YearMonth> months() {
        return stored.keySet().stream().map(FigureKey::month).distinct().sorted().toList();
    }

    @Override
    public String toString() {
        return story;
    }
}
