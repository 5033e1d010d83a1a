package io.ticketpulse.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Singleton;

/**
 * Lets one replica at a time do a piece of work. A lease is a matter of clocks and can be overrun by a process that
 * stood still, so whatever must not be done twice is guarded by something else as well.
 */
@Singleton
public class Leases {

    private final Transactions transactions;
    private final Clock clock;
    private final UUID holder = UUID.randomUUID();

    Leases(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Takes or renews a lease.
     *
     * @param duration how long others stay away without a renewal
     * @return whether this process holds it now
     */
    public boolean hold(String name, Duration duration) {
        Instant now = clock.instant();
        return transactions.inNew(connection -> take(connection, name, now, now.plus(duration))
                || create(connection, name, now) && take(connection, name, now, now.plus(duration)));
    }

    private boolean take(Connection connection, String name, Instant now, Instant until) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE lease SET holder = ?, held_until = ? WHERE name = ? AND (holder = ? OR held_until <= ?)")) {
            statement.setBytes(1, UniqueId.bytes(holder));
            statement.setObject(2, Timestamps.of(until));
            statement.setString(3, name);
            statement.setBytes(4, UniqueId.bytes(holder));
            statement.setObject(5, Timestamps.of(now));
            return statement.executeUpdate() == 1;
        }
    }

    private boolean create(Connection connection, String name, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO lease (name, holder, held_until) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE name = name")) {
            statement.setString(1, name);
            statement.setBytes(2, UniqueId.bytes(holder));
            statement.setObject(3, Timestamps.of(now));
            return statement.executeUpdate() == 1;
        }
    }
}
