package io.ticketpulse.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketEventsTest {

    private static final Instant NOW = Instant.parse("2026-10-15T12:00:00Z");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<String> dropped = new ArrayList<>();

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (IOException notJson) {
            throw new IllegalArgumentException(notJson);
        }
    }

    private static ObjectNode closed() {
        return json("""
                {"desk":"acme-jira","ticketId":"1001","closedAt":"2026-10-14T09:30:00+02:00"}""");
    }

    private TicketEvent.Closing read(JsonNode data) {
        return TicketEvents.closing(data, NOW, dropped::add);
    }

    @Test
    void threeFieldsAreEnough() {
        assertThat(read(closed()).closure().closedAt()).isEqualTo(Instant.parse("2026-10-14T07:30:00Z"));
    }

    @Test
    void whatTheDeskDidNotSayIsUnknown() {
        assertThat(read(closed()).closure().slaMet()).isNull();
    }

    @Test
    void aNullIsNotSaid() {
        assertThat(read(json("""
                {"desk":"acme-jira","ticketId":"1001","closedAt":"2026-10-14T09:30:00Z","requester":null,"service":null}
                """)).closure().service()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            desk     | 7
            desk     | "Acme Jira"
            desk     | ""
            desk     | null
            ticketId | 1001
            ticketId | "  "
            ticketId | {}
            closedAt | 1760434200
            closedAt | "2026-10-14"
            closedAt | "2026-10-14T09:30:00"
            closedAt | "2026-10-16T12:00:01Z"
            closedAt | "0001-01-01T00:00:00Z"
            closedAt | "+999999999-01-01T00:00:00Z"
            """)
    void aRequiredFieldMustBeWhatItIs(String field, String value) throws IOException {
        ObjectNode data = closed();
        data.set(field, MAPPER.readTree(value));
        assertThatThrownBy(() -> read(data)).isInstanceOf(UnreadableEventException.class).hasMessageContaining(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "ticketId", "closedAt"})
    void aRequiredFieldMustBeThere(String field) {
        ObjectNode data = closed();
        data.remove(field);
        assertThatThrownBy(() -> read(data)).isInstanceOf(UnreadableEventException.class).hasMessageContaining(field);
    }

    @Test
    void anOverLongTicketIsRefused() {
        ObjectNode data = closed().put("ticketId", "1".repeat(201));
        assertThatThrownBy(() -> read(data)).hasMessageContaining("longer than 200 characters: ticketId");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            slaMet       | "true"
            reopenCount  | "1"
            reopenCount  | -1
            reopenCount  | 1.5
            openedAt     | "yesterday"
            summary      | ["a"]
            requester    | "ann@example.com"
            assignee     | 3
            """)
    void anOptionalFieldOfTheWrongTypeIsDroppedAndSaid(String field, String value) throws IOException {
        ObjectNode data = closed();
        data.set(field, MAPPER.readTree(value));
        read(data);
        assertThat(dropped).containsExactly(field);
    }

    @Test
    void theDesksOwnIdentifierOfTheRequesterIsRead() {
        ObjectNode data = closed();
        data.putObject("requester").put("id", "qm:5f0c:1b2c");
        assertThat(read(data).closure().requester())
                .isEqualTo(new Requester("qm:5f0c:1b2c", null, null, null, null, null, null));
    }

    @Test
    void aFieldInsideIsSaidWithItsPath() {
        ObjectNode data = closed();
        data.putObject("requester").put("email", 5).put("department", "Sales");
        read(data);
        assertThat(dropped).containsExactly("requester.email");
    }

    @Test
    void valuesAreComposedAndTrimmed() {
        ObjectNode data = closed().put("service", "  Cafe\u0301 ");
        assertThat(read(data).closure().service()).isEqualTo("Café");
    }

    @Test
    void valuesAreCutBetweenCharacters() {
        ObjectNode data = closed().put("service", "x".repeat(199) + "\uD83D\uDE00");
        assertThat(read(data).closure().service()).isEqualTo("x".repeat(199));
    }

    @Test
    void unknownFieldsAreIgnored() {
        ObjectNode data = closed().put("mood", "fine");
        read(data);
        assertThat(dropped).isEmpty();
    }

    @Test
    void aReopeningNeedsItsTime() {
        ObjectNode data = json("""
                {"desk":"acme-jira","ticketId":"1001"}""");
        assertThatThrownBy(() -> TicketEvents.reopening(data, NOW, dropped::add)).hasMessageContaining("reopenedAt");
    }

    @Test
    void anArrayIsNoEvent() {
        assertThatThrownBy(() -> read(MAPPER.createArrayNode())).isInstanceOf(UnreadableEventException.class);
    }
}
