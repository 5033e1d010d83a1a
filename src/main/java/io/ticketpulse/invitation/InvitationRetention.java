package io.ticketpulse.invitation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.UniqueId;

/** Deletes what this room keeps of closures whose time is up, and people of whom there is no more to know. */
@Singleton
public class InvitationRetention {

    private static final String FORGETTABLE = """
            opted_out_at IS NULL AND (undeliverable_at IS NULL OR undeliverable_at < ?)
            AND NOT EXISTS (SELECT 1 FROM invitation WHERE person_id = person.id)""";

    /** Rates of a month come from the closures of the month before. */
    private static final Duration TWO_MONTHS = Duration.ofDays(62);

    private final Transactions transactions;
    private final InvitationTable table;
    private final Surveys surveys;
    private final SamplingSettings settings;
    private final Clock clock;

    InvitationRetention(Transactions transactions, InvitationTable table, Surveys surveys, SamplingSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.table = table;
        this.surveys = surveys;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How long closures must be kept, with what was decided about them, because it matters for decisions to come: by the
     * setting that says so.
     */
    public SortedMap<String, Duration> needed() {
        SortedMap<String, Duration> needed = new TreeMap<>();
        needed.put("ticketpulse.sampling.cool-down", settings.coolDown());
        needed.put("ticketpulse.sampling.customer-cap-window", settings.customerCapWindow());
        surveys.all().stream().map(Survey::name)
                .filter(name -> !surveys.policyNamed(name).orElseThrow().minimumPerMonth().isEmpty())
                .forEach(name -> needed.put("ticketpulse.surveys." + name + ".sampling.minimum-per-month", TWO_MONTHS));
        return needed;
    }

    /** The invitations of closures, locked until the end of the running transaction. */
    public List<UUID> lock(Collection<UUID> closures) {
        return transactions.here(connection -> table.ofClosures(connection, closures, true)).stream()
                .map(InvitationTable.Row::id).toList();
    }

    /**
     * Deletes invitations and decisions of closures, in the running transaction; the rooms that come later must have deleted
     * what they keep of them.
     *
     * @return how many invitations
     */
    public int purge(Collection<UUID> closures) {
        return transactions.here(connection -> {
            Batch.execute(connection, "DELETE FROM decision WHERE closure_id IN (%s)", UniqueId.keys(closures));
            return Batch.execute(connection, "DELETE FROM invitation WHERE closure_id IN (%s)",
                    UniqueId.keys(closures));
        });
    }

    /**
     * People who were looked at.
     *
     * @param last    where to go on; null after the last one
     * @param deleted how many were deleted
     */
    public record People(UUID last, int deleted) {}

    /**
     * Deletes, in a transaction of its own, people who have no invitation left, did not opt out, and do not rest after a
     * bounce. Whom somebody else has locked is left for another time, so that nobody waits.
     *
     * @param after where the last call ended; null to begin
     * @param limit how many to look at
     */
    public People purgePeople(UUID after, int limit) {
        return transactions.inNew(connection -> {
            List<UUID> seen = seen(connection, after, limit);
            Instant bounced = clock.instant().minus(settings.undeliverableFor());
            List<UUID> locked = Batch.select(connection,
                    "SELECT id FROM person WHERE id IN (%s) AND " + FORGETTABLE + " FOR UPDATE OF person SKIP LOCKED",
                    UniqueId.keys(seen), row -> UniqueId.of(row.getBytes("id")), Timestamps.of(bounced));
            // Looked at once more: only now nobody can be asking them.
            List<UUID> gone = Batch.select(connection, "SELECT id FROM person WHERE id IN (%s) AND " + FORGETTABLE,
                    UniqueId.keys(locked), row -> UniqueId.of(row.getBytes("id")), Timestamps.of(bounced));
            Batch.execute(connection, "DELETE FROM opt_out_change WHERE person_id IN (%s)", UniqueId.keys(gone));
            int deleted = Batch.execute(connection, "DELETE FROM person WHERE id IN (%s)", UniqueId.keys(gone));
            return new People(seen.size() < limit ? null : seen.get(limit - 1), deleted);
        });
    }

    private static List<UUID> seen(Connection connection, UUID after, int limit) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("SELECT id FROM person WHERE id > ? ORDER BY id LIMIT ?")) {
            statement.setBytes(1, after == null ? new byte[0] : UniqueId.bytes(after));
            statement.setInt(2, limit);
            return Batch.read(statement, row -> UniqueId.of(row.getBytes("id")));
        }
    }
}
