package io.ticketpulse.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ticketpulse.deliveries.Reception.Mishap;
import io.ticketpulse.road.KafkaTopics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Ten thousand deliveries make five thousand closures, whoever stands still or dies meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no signals")
abstract class ReceptionTests {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Mishap mishap;
    private Reception reception;

    ReceptionTests(Mishap mishap) {
        this.mishap = mishap;
    }

    @BeforeAll
    void takePlace() throws IOException {
        reception = new Reception();
        reception.takePlace(mishap);
    }

    @AfterAll
    void close() throws IOException {
        reception.close();
    }

    Reception reception() {
        return reception;
    }

    @Test
    void deliveriesAreAcceptedWhileTheBrokerIsFrozen() {
        assertThat(reception.acceptedWhileFrozen()).isGreaterThan(reception.deliveries() / 5);
    }

    @Test
    void theyAreInTheDatabaseUntilItThaws() {
        assertThat(reception.keptAtThaw()).isGreaterThan(reception.deliveries() / 5);
    }

    /** The least that any desk waits is GLPI's five seconds. What one delivery may take at most is another test's. */
    @Test
    void everyDeskIsStillThereForTheAnswer() {
        assertThat(reception.sending().slowest()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void eachClosingIsOnRecordOnce() {
        List<String> expected = Deliveries.once().stream().filter(delivery -> delivery.change().closes())
                .map(delivery -> delivery.desk().known() + "/" + delivery.ticket() + "/"
                        + (delivery.change() == Change.CLOSED ? 0 : 1))
                .toList();

        List<String> closures = reception.closures();

        assertThat(closures).hasSize(Deliveries.CLOSINGS).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theEventsOfATicketAreOnTheTopicInOrder() throws IOException {
        Map<String, Set<String>> expected = new LinkedHashMap<>();
        for (Delivery delivery : Deliveries.once()) {
            put(expected, delivery.desk().known() + "/" + delivery.ticket(),
                    delivery.change().of(delivery.ticket()).toString());
        }

        Map<String, Set<String>> events = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> event : reception.events()) {
            JsonNode json = MAPPER.readTree(event.value());
            put(events, KafkaTopics.text(event.key()), json.get("time").textValue());
        }

        assertThat(listed(events)).isEqualTo(listed(expected));
    }

    /** A repetition changes nothing of the order. */
    private static void put(Map<String, Set<String>> times, String ticket, String time) {
        times.computeIfAbsent(ticket, first -> new LinkedHashSet<>()).add(time);
    }

    /** Sets are equal in any order. */
    private static Map<String, List<String>> listed(Map<String, Set<String>> times) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        times.forEach((ticket, each) -> lists.put(ticket, List.copyOf(each)));
        return lists;
    }
}
