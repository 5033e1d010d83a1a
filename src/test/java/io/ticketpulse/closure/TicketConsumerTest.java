package io.ticketpulse.closure;

import static io.ticketpulse.closure.Tickets.closed;
import static io.ticketpulse.closure.Tickets.eventually;
import static io.ticketpulse.closure.Tickets.recorded;
import static io.ticketpulse.closure.Tickets.reopened;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.closure.Tickets.Recorded;
import io.ticketpulse.servers.JobsByHand;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events on the topic become closures, once each and in whatever order they come. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class TicketConsumerTest {

    private static final Instant NOON = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(12, ChronoUnit.HOURS);
    private static final Recorded FIRST = new Recorded(0, NOON, false);

    private final String ticket = UUID.randomUUID().toString();

    @Inject
    MeterRegistry meters;

    @Test
    void bareDataIsAClosing() {
        Tickets.sendBare(closed("acme", ticket, NOON, ""));

        eventually().untilAsserted(() -> assertThat(recorded("acme", ticket)).containsExactly(FIRST));
    }

    @Test
    void aStructuredEventIsRead() {
        Tickets.sendStructured(TicketEvents.CLOSED, closed("acme", ticket, NOON, ""));

        eventually().untilAsserted(() -> assertThat(recorded("acme", ticket)).containsExactly(FIRST));
    }

    @Test
    void aBinaryEventIsRead() {
        Tickets.sendBinary(TicketEvents.CLOSED, closed("acme", ticket, NOON, ""));

        eventually().untilAsserted(() -> assertThat(recorded("acme", ticket)).containsExactly(FIRST));
    }

    @Test
    void recordedClosuresAreCounted() {
        double before = count(IntakeMetrics.RECORDED);

        Tickets.sendBare(closed("acme", ticket, NOON, ""));

        eventually().untilAsserted(() -> assertThat(count(IntakeMetrics.RECORDED)).isEqualTo(before + 1));
    }

    @Test
    void aDuplicateChangesNothing() {
        Tickets.sendBare(closed("acme", ticket, NOON, ""));
        eventually().until(() -> recorded("acme", ticket).size() == 1);
        double before = count(IntakeMetrics.RECORDED);

        Tickets.sendStructured(TicketEvents.CLOSED, closed("acme", ticket, NOON, ""));

        everythingIsRead();
        assertThat(recorded("acme", ticket)).containsExactly(FIRST);
        assertThat(count(IntakeMetrics.RECORDED)).isEqualTo(before + 1);
    }

    @Test
    void closingAgainWithoutAReopeningIsTheSameClosure() {
        Tickets.sendBare(closed("acme", ticket, NOON, ""));

        Tickets.sendBare(closed("acme", ticket, NOON.plusSeconds(60), ""));

        everythingIsRead();
        assertThat(recorded("acme", ticket)).containsExactly(FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"012", "021", "102", "120", "201", "210"})
    void aReopeningBetweenTwoClosingsPartsThemInEveryOrderOfArrival(String order) {
        List<Runnable> events = List.of(
                () -> Tickets.sendBare(closed("acme", ticket, NOON, "")),
                () -> Tickets.sendBinary(TicketEvents.REOPENED, reopened("acme", ticket, NOON.plusSeconds(30))),
                () -> Tickets.sendBare(closed("acme", ticket, NOON.plusSeconds(60), "")));

        order.chars().forEach(event -> events.get(event - '0').run());

        everythingIsRead();
        assertThat(recorded("acme", ticket)).extracting(Recorded::closedAt)
                .containsExactlyInAnyOrder(NOON, NOON.plusSeconds(60));
        assertThat(recorded("acme", ticket)).filteredOn(closure -> closure.closedAt().equals(NOON))
                .extracting(Recorded::reopened).containsExactly(true);
    }

    @Test
    void tombstonesAreIgnoredAndCounted() {
        double before = count(IntakeMetrics.IGNORED, "reason", IntakeMetrics.TOMBSTONE);

        Tickets.send(new ProducerRecord<>(Tickets.TOPIC, "acme/1".getBytes(), null));

        eventually().untilAsserted(() -> assertThat(count(IntakeMetrics.IGNORED, "reason", IntakeMetrics.TOMBSTONE))
                .isEqualTo(before + 1));
    }

    @Test
    void eventsOfOtherTypesAreIgnoredAndCounted() {
        double before = count(IntakeMetrics.IGNORED, "reason", IntakeMetrics.UNKNOWN_TYPE);

        Tickets.sendBinary("io.ticketpulse.ticket.closed.v2", "not JSON");

        eventually().untilAsserted(() -> assertThat(count(IntakeMetrics.IGNORED, "reason", IntakeMetrics.UNKNOWN_TYPE))
                .isEqualTo(before + 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "priority|, \"priority\": 1",
            "slaMet|, \"slaMet\": \"yes\"",
            "reopenCount|, \"reopenCount\": -1",
            "requester.email|, \"requester\": {\"email\": [\"ada@example.org\"]}",
            "assignee|, \"assignee\": \"Ada\"",
            "summary|, \"summary\": \"\\uD800\""})
    void anOptionalFieldOfTheWrongTypeIsDroppedAndCounted(String field, String more) {
        double before = count(IntakeMetrics.FIELDS_DROPPED, "field", field);

        Tickets.sendBare(closed("acme", ticket, NOON, more));

        eventually().untilAsserted(() -> assertThat(recorded("acme", ticket)).containsExactly(FIRST));
        assertThat(count(IntakeMetrics.FIELDS_DROPPED, "field", field)).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            ", \"category\": \"a\\u0000b\"",
            ", \"desk\": \"acme\"",
            ", \"summary\": \"\uD83D\uDE00\"",
            ", \"requester\": {\"timeZone\": \"Mars/Olympus\", \"locale\": \"\\u0000\"}",
            ", \"openedAt\": \"9999-12-31T23:59:59.999999999-12:00\""})
    void oddButPossibleValuesAreTaken(String more) {
        Tickets.sendBare(closed("acme", ticket, NOON, more));

        eventually().untilAsserted(() -> assertThat(recorded("acme", ticket)).containsExactly(FIRST));
    }

    @Test
    void aHugeTextIsCut() {
        Tickets.sendBare(closed("acme", ticket, NOON, ", \"summary\": \"" + "x".repeat(1_000_000) + "\""));

        eventually().untilAsserted(() -> assertThat(recorded("acme", ticket)).containsExactly(FIRST));
    }

    /** Events are read in the order in which they were sent: there is one partition. */
    private static void everythingIsRead() {
        String last = UUID.randomUUID().toString();
        Tickets.sendBare(closed("acme", last, NOON, ""));
        eventually().until(() -> recorded("acme", last).size() == 1);
    }

    private double count(String meter, String... tags) {
        return meters.counter(meter, tags).count();
    }
}
