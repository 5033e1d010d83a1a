package io.ticketpulse.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the plain program does with one batch: everything between two commits. */
final class BareTransaction {

    private static final String NONE = "(none)";
    private static final Duration COOL_DOWN = Duration.ofDays(30);
    private static final Duration LOOK_BACK = Duration.ofDays(365);
    private static final Duration DELAY = Duration.ofHours(24);
    private static final Duration EXPIRES_AFTER = Duration.ofDays(14);
    private static final String POLICY = "bare";

    private final BareBatch batch;
    private final SecretKeySpec secret = new SecretKeySpec(Workload.SECRET.getBytes(StandardCharsets.UTF_8),
            "HmacSHA256");

    private record Person(byte[] id, List<LocalDateTime> askedAt) {}

    private record Decision(BareClosure closure, Person person, String skipReason, boolean drawn) {}

    BareTransaction(Connection connection) {
        this.batch = new BareBatch(connection);
    }

    void record(List<BareClosure> arrived) throws SQLException {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        List<BareClosure> closures = insertClosures(arrived);
        Map<String, Person> people = lockPeople(closures, now);
        List<Decision> decisions = new ArrayList<>(closures.size());
        for (BareClosure closure : closures) {
            decisions.add(decide(closure, people.get(closure.email), now));
        }
        insertDecisions(decisions, now);
        insertFacts(decisions, now);
    }

    private List<BareClosure> insertClosures(List<BareClosure> arrived) throws SQLException {
        Map<String, BareClosure> byTicket = new TreeMap<>();
        arrived.forEach(closure -> byTicket.putIfAbsent(closure.desk + '/' + closure.ticketId, closure));
        batch.update(BareStatements.LOCK_TICKETS, byTicket.values(),
                closure -> List.of(closure.desk, closure.ticketId));
        List<List<Object>> keys = byTicket.values().stream()
                .map(closure -> List.<Object>of(closure.desk, closure.ticketId)).toList();
        Set<String> known = new HashSet<>();
        for (String select : List.of(BareStatements.SELECT_CLOSURES, BareStatements.SELECT_CLOSINGS,
                BareStatements.SELECT_REOPENINGS)) {
            batch.select(select, keys, List.of(),
                    row -> known.add(row.getString("desk") + '/' + row.getString("ticket_id")));
        }
        byTicket.keySet().removeAll(known);
        List<BareClosure> closures = byTicket.values().stream()
                .sorted(Comparator.comparing(closure -> closure.id, Arrays::compareUnsigned)).toList();
        batch.update(BareStatements.INSERT_CLOSURES, closures, closure -> Arrays.asList(closure.id, closure.desk,
                closure.ticketId, 0, closure.closedAt, closure.reopenCount(), closure.text("ticketNumber"),
                closure.text("ticketType"), closure.time("openedAt"),
                closure.time("resolvedAt"), closure.text("priority"), closure.text("category"),
                closure.text("service"), closure.text("assignmentGroup"), closure.text("closeCode"), closure.slaMet(),
                closure.requester("department"), closure.requester("location")));
        return closures;
    }

    private Map<String, Person> lockPeople(List<BareClosure> closures, LocalDateTime now) throws SQLException {
        Map<Bytes, String> byHash = new TreeMap<>();
        for (String email : new TreeSet<>(closures.stream().map(closure -> closure.email).toList())) {
            byHash.put(new Bytes(hash(email)), email);
        }
        batch.update(BareStatements.LOCK_PEOPLE, byHash.keySet(), hash -> List.of(BareClosure.newId(), hash.bytes));
        Map<String, Person> people = new HashMap<>();
        Map<Bytes, Person> byId = new HashMap<>();
        batch.select(BareStatements.SELECT_PEOPLE, keys(byHash.keySet()), List.of(), row -> {
            Person person = new Person(row.getBytes("id"), new ArrayList<>());
            byId.put(new Bytes(person.id), person);
            people.put(byHash.get(new Bytes(row.getBytes("address_hash"))), person);
        });
        batch.select(BareStatements.SELECT_INVITATIONS, keys(byId.keySet()), List.of(now.minus(LOOK_BACK)),
                row -> byId.get(new Bytes(row.getBytes("person_id"))).askedAt
                        .add(row.getObject("asked_at", LocalDateTime.class)));
        return people;
    }

    private static Decision decide(BareClosure closure, Person person, LocalDateTime now) {
        if (person.askedAt.stream().anyMatch(at -> at.isAfter(now.minus(COOL_DOWN)))) {
            return new Decision(closure, person, "COOL_DOWN", false);
        }
        if (!closure.isDrawn()) {
            return new Decision(closure, person, "NOT_DRAWN", true);
        }
        person.askedAt.add(closure.closedAt.plus(DELAY));
        return new Decision(closure, person, null, true);
    }

    private void insertDecisions(List<Decision> decisions, LocalDateTime now) throws SQLException {
        batch.update(BareStatements.INSERT_DECISIONS, decisions, decision -> Arrays.asList(decision.closure.id,
                Workload.SURVEY, decision.closure.month(), decision.skipReason, decision.drawn ? Workload.RATE : null,
                POLICY, now));
        batch.update(BareStatements.INSERT_INVITATIONS,
                decisions.stream().filter(decision -> decision.skipReason == null).toList(), decision -> {
                    LocalDateTime due = decision.closure.closedAt.plus(DELAY);
                    return Arrays.asList(BareClosure.newId(), decision.closure.id, decision.person.id, Workload.SURVEY,
                            decision.closure.month(), "PENDING", due, due, due.plus(EXPIRES_AFTER), due,
                            decision.closure.email, decision.closure.text("summary"),
                            decision.closure.requester("locale"), decision.closure.requester("timeZone"));
                });
    }

    private void insertFacts(List<Decision> decisions, LocalDateTime now) throws SQLException {
        batch.update(BareStatements.INSERT_FACTS, decisions, decision -> {
            BareClosure closure = decision.closure;
            return Arrays.asList(Workload.SURVEY, closure.month(), closure.id, closure.desk,
                    orNone(closure.text("ticketType")), orNone(closure.text("service")),
                    orNone(closure.text("category")), orNone(closure.text("assignmentGroup")),
                    orNone(closure.text("priority")), orNone(closure.requester("department")),
                    orNone(closure.requester("location")), closure.slaMet(), closure.secondsToResolve(),
                    decision.skipReason,
                    decision.drawn ? Workload.RATE : null, decision.skipReason == null ? "PENDING" : null);
        });
        batch.update(BareStatements.INSERT_CHANGES, decisions,
                decision -> List.of(Workload.SURVEY, decision.closure.month(), decision.closure.id, now));
    }

    private static String orNone(String value) {
        return value == null ? NONE : value;
    }

    private static List<List<Object>> keys(Collection<Bytes> values) {
        return values.stream().map(value -> List.<Object>of(value.bytes)).toList();
    }

    private byte[] hash(String email) {
        try {
            Mac mac = Mac.getInstance(secret.getAlgorithm());
            mac.init(secret);
            return mac.doFinal(email.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Bytes as a key, in the order in which the database sorts them. */
    private record Bytes(byte[] bytes) implements Comparable<Bytes> {

        @Override
        public int compareTo(Bytes other) {
            return Arrays.compareUnsigned(bytes, other.bytes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }
}
