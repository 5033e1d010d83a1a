package io.ticketpulse.satisfaction;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.platform.ReportingZone;
import io.ticketpulse.satisfaction.CountedTable.Uncounted;
import io.ticketpulse.satisfaction.MonthCells.Place;

/**
 * The tables of this room in memory, and replicas that follow its rules. Transactions see what is committed when they read,
 * and commit in another order than they began; any of them may be lost before.
 */
final class MonthsInMemory {

    private static final int AT_ONCE = 4;
    private static final int MINIMUM = 3;
    private static final ReportingZone ZONE = new ReportingZone(ZoneOffset.UTC);
    private static final Instant NOW = Instant.parse("2028-10-20T01:00:00Z");
    private static final TypeReference<Tally> TALLY = new TypeReference<>() {
    };

    private final FigureJson json = new FigureJson(new ObjectMapper());
    private final Map<UUID, Located> facts = new HashMap<>();
    private final Map<UUID, Uncommitted> uncommitted = new HashMap<>();
    private final TreeMap<Long, ChangeLog.Entry> changes = new TreeMap<>();
    private final Map<UUID, Fact> counted = new HashMap<>();
    private final Map<SurveyMonth, Map<Place, String>> cells = new HashMap<>();
    private final Map<SurveyMonth, List<Uncounted>> publications = new HashMap<>();
    private final TreeSet<SurveyMonth> settled = new TreeSet<>();
    private final Map<FigureKey, StoredFigure> figures = new HashMap<>();
    private final List<MonthlyFigure> topic = new ArrayList<>();
    private final Map<SurveyMonth, Scale> scales = new HashMap<>();
    private Scale scale = Scale.STARS;
    private long lastEntry;
    private boolean over;

    private record Located(SurveyMonth month, Fact fact) {}

    private record Uncommitted(long entry, Located fact) {}

    /** The newest fact of a closure; null if there is none. */
    Fact fact(UUID closure) {
        Located located = uncommitted.containsKey(closure) ? uncommitted.get(closure).fact : facts.get(closure);
        return located == null ? null : located.fact;
    }

    /** Writes a fact and its entry into the change log, which gets its number now, and does not commit. */
    void write(UUID closure, SurveyMonth month, Fact fact) {
        commit(closure);
        SurveyMonth fixed = facts.containsKey(closure) ? facts.get(closure).month : month;
        uncommitted.put(closure, new Uncommitted(++lastEntry, new Located(fixed, fact)));
    }

    void commit(UUID closure) {
        Uncommitted written = uncommitted.remove(closure);
        if (written != null) {
            facts.put(closure, written.fact);
            changes.put(written.entry, new ChangeLog.Entry(written.fact.month, closure));
        }
    }

    void commitAll() {
        List.copyOf(uncommitted.keySet()).forEach(this::commit);
    }

    /** The settings have another scale from now on. */
    void changeScale(Scale other) {
        scale = other;
    }

    /** From now on all months are settled. */
    void timePasses() {
        over = true;
    }

    /** A replica locks a month and reads; another one has to wait. */
    void beginPublication(SurveyMonth month) {
        publications.computeIfAbsent(month, this::oldest);
    }

    /** The replica crashes before it commits. */
    void crash(SurveyMonth month) {
        publications.remove(month);
    }

    /** Commits a publication, if one was begun, or no more than a part of the counting, if there is so much of it. */
    void endPublication(SurveyMonth month) {
        List<Uncounted> oldest = publications.remove(month);
        if (oldest == null || facts.values().stream().noneMatch(fact -> fact.month.equals(month))) {
            return;
        }
        MonthCells sums = new MonthCells(MonthPublisher.scale(
                new MonthTable.State(settled.contains(month), false, true, scales.get(month)), scale));
        cells.getOrDefault(month, Map.of())
                .forEach((place, data) -> sums.restore(place, json.read(data, TALLY)));
        MonthCount.bringUpToDate(sums, oldest).forEach((closure, change) -> counted.put(closure, change.now()));
        sums.changed().forEach((place, tally) -> cells.computeIfAbsent(month, unseen -> new HashMap<>()).put(place,
                json.write(tally)));
        boolean upToDate = oldest.size() < AT_ONCE;
        oldest.stream().skip(upToDate ? 0 : 1).forEach(change -> changes.remove(change.entry()));
        if (upToDate) {
            revise(month, sums);
        }
    }

    private List<Uncounted> oldest(SurveyMonth month) {
        return changes.entrySet().stream().filter(entry -> entry.getValue().month().equals(month)).limit(AT_ONCE)
                .map(entry -> {
                    UUID closure = entry.getValue().closureId();
                    return new Uncounted(entry.getKey(), closure, counted.get(closure),
                            closure == null ? null : facts.get(closure).fact);
                }).toList();
    }

    private void revise(SurveyMonth month, MonthCells sums) {
        List<StoredFigure> revised = revisions(month, over, settled.contains(month)).next(sums, figures);
        scales.put(month, sums.scale());
        if (over) {
            settled.add(month);
        }
        boolean compareOtherwise = MonthPublisher.compareOtherwise(revised, figures);
        revised.forEach(figure -> {
            figures.put(figure.figure().key(), figure);
            topic.add(figure.figure());
        });
        for (int later : compareOtherwise ? MonthPublisher.LATER : new int[0]) {
            changes.put(++lastEntry, new ChangeLog.Entry(month.plusMonths(later), null));
        }
    }

    /** Publishes what is due until nothing is. */
    void publishDue() {
        for (TreeSet<SurveyMonth> due = due(); !due.isEmpty(); due = due()) {
            beginPublication(due.first());
            endPublication(due.first());
        }
    }

    private TreeSet<SurveyMonth> due() {
        TreeSet<SurveyMonth> known = new TreeSet<>(facts.values().stream().map(Located::month).toList());
        TreeSet<SurveyMonth> due = new TreeSet<>(changes.values().stream().map(ChangeLog.Entry::month).toList());
        if (over) {
            due.addAll(known);
            due.removeIf(month -> settled.contains(month)
                    && changes.values().stream().noneMatch(entry -> entry.month().equals(month)));
        }
        due.retainAll(known);
        return due;
    }

    /** The newest revisions. */
    Map<FigureKey, MonthlyFigure> figures() {
        Map<FigureKey, MonthlyFigure> newest = new HashMap<>();
        figures.forEach((key, stored) -> newest.put(key, stored.figure()));
        return newest;
    }

    /** Everything that was published, in its order. */
    List<MonthlyFigure> topic() {
        return topic;
    }

    /** What somebody finds who knows nothing but the facts. */
    Map<FigureKey, MonthlyFigure> fromScratch() {
        return FromScratch.figures(facts.values().stream().collect(Collectors.groupingBy(Located::month,
                Collectors.mapping(Located::fact, Collectors.toList()))), scales::get, ZONE, MINIMUM);
    }

    private static Revisions revisions(SurveyMonth month, boolean settled, boolean settledBefore) {
        return new Revisions(month, ZONE, settled, settledBefore, MINIMUM, NOW);
    }

    static List<UUID> closures(int number) {
        return IntStream.range(0, number).mapToObj(i -> new UUID(0, i)).toList();
    }
}
