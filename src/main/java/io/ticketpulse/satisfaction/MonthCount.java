package io.ticketpulse.satisfaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.ticketpulse.invitation.Scale;
import io.ticketpulse.satisfaction.CountedTable.Uncounted;

/**
 * Brings the cells of a month up to date with its facts. What that costs depends on how many closures have changed, not on
 * how many there are.
 */
@Singleton
class MonthCount {

    /** So many changes fit into memory and into one transaction. */
    private static final int MANY = 10_000;

    private final CellTable cells;
    private final CountedTable counted;
    private final ChangeLog changes;
    private final int atOnce;

    @Inject
    MonthCount(CellTable cells, CountedTable counted, ChangeLog changes) {
        this(cells, counted, changes, MANY);
    }

    MonthCount(CellTable cells, CountedTable counted, ChangeLog changes, int atOnce) {
        this.cells = cells;
        this.counted = counted;
        this.changes = changes;
        this.atOnce = atOnce;
    }

    /**
     * @param upToDate whether every change is counted that was there; if not, the same has to be done again before anything
     *                 is published
     */
    record Result(MonthCells cells, boolean upToDate) {}

    /** Counts the oldest changes of a month, which must be locked, and removes them from the change log. */
    Result count(Connection connection, SurveyMonth month, Scale scale) throws SQLException {
        MonthCells sums = cells.read(connection, month, scale);
        List<Uncounted> oldest = counted.oldest(connection, month, atOnce);
        counted.keep(connection, bringUpToDate(sums, oldest).values());
        cells.save(connection, month, sums);
        boolean upToDate = oldest.size() < atOnce;
        // The oldest stays to the end: if there is none, because we crash, the month is as overdue as it was.
        changes.remove(connection, oldest.stream().skip(upToDate ? 0 : 1).map(Uncounted::entry).toList());
        return new Result(sums, upToDate);
    }

    /**
     * Counts each closure anew that is not counted as it is.
     *
     * @return those closures
     */
    static Map<UUID, Uncounted> bringUpToDate(MonthCells sums, List<Uncounted> changes) {
        // In the order of the table that keeps them, which then touches each of its pages once.
        Map<UUID, Uncounted> counted = new TreeMap<>();
        for (Uncounted change : changes) {
            if (change.now() != null && !change.now().equals(change.before())
                    && counted.putIfAbsent(change.closureId(), change) == null) {
                if (change.before() == null) {
                    sums.add(change.now());
                } else {
                    sums.replace(change.before(), change.now());
                }
            }
        }
        return counted;
    }
}
