package io.ticketpulse.invitation;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.MessageAuthenticator;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.UniqueId;

/** The table of people, whom it knows by a keyed hash of the address; the address itself is not in it. */
@Singleton
class People {

    private final MessageAuthenticator authenticator;

    People(MessageAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    /**
     * Locks the rows of people until the end of the transaction, making those that are missing, and reads what matters.
     *
     * @param askedAfter how far back to look for invitations
     */
    Map<EmailAddress, Person> lock(Connection connection, Collection<EmailAddress> addresses, Instant askedAfter)
            throws SQLException {
        // Sorted by hash, so that no two transactions wait for each other.
        Map<UnsignedBytes, EmailAddress> byHash = new TreeMap<>();
        addresses.forEach(address -> byHash.put(hash(address), address));
        Batch.update(connection,
                "INSERT INTO person (id, address_hash) VALUES (?, ?) ON DUPLICATE KEY UPDATE id = person.id",
                byHash.keySet(), (statement, hash) -> {
                    statement.setBytes(1, UniqueId.bytes(UniqueId.next()));
                    statement.setBytes(2, hash.bytes());
                });
        Map<EmailAddress, Person> people = new HashMap<>();
        Map<UUID, Person> byId = new HashMap<>();
        Batch.select(connection,
                "SELECT id, address_hash, opted_out_at, undeliverable_at FROM person WHERE address_hash IN (%s)",
                keys(byHash.keySet().stream().map(UnsignedBytes::bytes).toList()), row -> {
                    Person person = new Person(UniqueId.of(row.getBytes("id")), Timestamps.read(row, "opted_out_at"),
                            Timestamps.read(row, "undeliverable_at"));
                    byId.put(person.id(), person);
                    return people.put(byHash.get(new UnsignedBytes(row.getBytes("address_hash"))), person);
                });
        readInvitations(connection, byId, askedAfter);
        return people;
    }

    /** The person with this address, locked, also if nobody has heard of it yet. */
    UUID known(Connection connection, EmailAddress address) throws SQLException {
        return known(connection, hash(address));
    }

    /** The person with the address of this hash, locked, also if nobody has heard of it yet. */
    UUID known(Connection connection, UnsignedBytes hash) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO person (id, address_hash) VALUES (?, ?) ON DUPLICATE KEY UPDATE id = person.id")) {
            statement.setBytes(1, UniqueId.bytes(UniqueId.next()));
            statement.setBytes(2, hash.bytes());
            statement.executeUpdate();
        }
        return find(connection, hash).orElseThrow();
    }

    /** The person with this address, locked; nothing if nobody has heard of it. */
    Optional<UUID> find(Connection connection, EmailAddress address) throws SQLException {
        return find(connection, hash(address));
    }

    /** The person with the address of this hash, locked; nothing if nobody has heard of it. */
    Optional<UUID> find(Connection connection, UnsignedBytes hash) throws SQLException {
        return Batch.select(connection, "SELECT id FROM person WHERE address_hash IN (%s) FOR UPDATE",
                keys(List.of(hash.bytes())), row -> UniqueId.of(row.getBytes("id"))).stream().findFirst();
    }

    private static void readInvitations(Connection connection, Map<UUID, Person> people, Instant askedAfter)
            throws SQLException {
        Batch.select(connection, "SELECT person_id, asked_at FROM invitation WHERE person_id IN (%s) AND asked_at > ?",
                keys(people.keySet().stream().map(UniqueId::bytes).toList()), row -> {
                    people.get(UniqueId.of(row.getBytes("person_id"))).asked(Timestamps.read(row, "asked_at"));
                    return null;
                }, Timestamps.of(askedAfter));
    }

    private static List<Object[]> keys(List<byte[]> values) {
        return values.stream().map(value -> new Object[]{value}).toList();
    }

    /** By what a person is known. */
    UnsignedBytes hash(EmailAddress address) {
        return new UnsignedBytes(
                authenticator.lastingHash(("person|" + address.text()).getBytes(StandardCharsets.UTF_8)));
    }
}
