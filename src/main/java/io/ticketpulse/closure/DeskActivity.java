package io.ticketpulse.closure;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Failures;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.Transactions;
import org.jboss.logging.Logger;

/**
 * Counts what desks deliver, over all replicas. Counts are written every few seconds, so that no delivery waits for the
 * row of its desk; those of a process that dies in between are lost, the deliveries are not.
 */
@ApplicationScoped
class DeskActivity {

    static final String DELIVERIES = "ticketpulse.deliveries";

    private static final Logger LOG = Logger.getLogger(DeskActivity.class);

    private final Transactions transactions;
    private final MeterRegistry meters;
    private final Clock clock;
    private Map<Key, Count> counts = new TreeMap<>();

    DeskActivity(Transactions transactions, MeterRegistry meters, Clock clock) {
        this.transactions = transactions;
        this.meters = meters;
        this.clock = clock;
    }

    /** In the order in which rows are locked. */
    private record Key(String desk, String outcome, String reason) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::desk).thenComparing(Key::outcome)
                .thenComparing(Key::reason);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * How often.
     *
     * @param lastAt when last
     */
    private record Count(long deliveries, Instant lastAt) {

        Count plus(Count other) {
            return new Count(deliveries + other.deliveries, lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt);
        }
    }

    /** What became of how many deliveries of a desk, and when of the last one. */
    record Row(String desk, String outcome, String reason, long deliveries, Instant lastAt) {}

    void count(String desk, Intake intake) {
        meters.counter(DELIVERIES, "desk", desk, "outcome", intake.outcome()).increment();
        add(Map.of(new Key(desk, intake.outcome(), intake.reason()), new Count(1, clock.instant())));
    }

    private synchronized void add(Map<Key, Count> more) {
        more.forEach((key, count) -> counts.merge(key, count, Count::plus));
    }

    private synchronized Map<Key, Count> takeAll() {
        Map<Key, Count> all = counts;
        counts = new TreeMap<>();
        return all;
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void write() {
        Map<Key, Count> all = takeAll();
        if (!all.isEmpty()) {
            try {
                transactions.inNew(connection -> Batch.update(connection,
                        """
                                INSERT INTO desk_activity (desk, outcome, reason, deliveries, last_at) VALUES (?, ?, ?, ?, ?) AS new
                                ON DUPLICATE KEY UPDATE deliveries = desk_activity.deliveries + new.deliveries,
                                    last_at = GREATEST(desk_activity.last_at, new.last_at)""",
                        List.copyOf(all.entrySet()), (statement, entry) -> {
                            statement.setString(1, entry.getKey().desk);
                            statement.setString(2, entry.getKey().outcome);
                            statement.setString(3, entry.getKey().reason);
                            statement.setLong(4, entry.getValue().deliveries);
                            statement.setObject(5, Timestamps.of(entry.getValue().lastAt));
                        }));
            } catch (RuntimeException failure) {
                add(all);
                LOG.warnf("Counts of deliveries wait: %s", Failures.inWords(failure));
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        write();
    }

    /** All counts, with those of this process up to now. */
    List<Row> read() {
        write();
        return transactions.inNew(connection -> {
            try (var statement = connection.prepareStatement(
                    "SELECT desk, outcome, reason, deliveries, last_at FROM desk_activity ORDER BY desk, outcome, reason")) {
                return new ArrayList<>(Batch.read(statement, row -> new Row(row.getString("desk"),
                        row.getString("outcome"), row.getString("reason"), row.getLong("deliveries"),
                        Timestamps.read(row, "last_at"))));
            }
        });
    }
}
