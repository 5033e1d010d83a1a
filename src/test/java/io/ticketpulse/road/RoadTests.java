package io.ticketpulse.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 500 closings from the topic of tickets to the monthly figures; whatever goes wrong on the way changes none of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RoadTests {

    /** What depends on the time, and what a statistics package has computed for ReferenceFiguresTest. */
    private static final List<String> ELSEWHERE = List.of("revision", "computedAt", "nonResponse",
            "improvementPriorities");

    private final Disturbance disturbance;
    private Road road;

    RoadTests(Disturbance disturbance) {
        this.disturbance = disturbance;
    }

    @BeforeAll
    void travel() throws IOException {
        road = Road.open(Map.of());
        road.travel(disturbance);
    }

    @AfterAll
    void close() throws IOException {
        road.close();
    }

    @Test
    void thereAreFiveHundredClosings() {
        List<Line> ofTheMonths = road.oracle().lines().stream()
                .filter(line -> Desks.MONTHS.contains(line.closing.month())).toList();

        assertThat(ofTheMonths).hasSize(500);
    }

    @Test
    void thoseDrawnHaveAMailAndNobodyElse() {
        List<String> addresses = road.mailBox().addresses();

        assertThat(addresses).containsExactlyInAnyOrderElementsOf(road.oracle().addresses());
    }

    @Test
    void eachClosingHasOneEntryInTheLedger() {
        Map<Ticket, List<Line.Entry>> expected = road.expectedLedger();

        Map<Ticket, List<Line.Entry>> ledger = new LinkedHashMap<>();
        expected.keySet().forEach(ticket -> ledger.put(ticket, road.api().decisions(ticket)));

        assertThat(ledger).isEqualTo(expected);
    }

    @Test
    void eachAnswerAndEachCorrectionIsAnEvent() {
        List<String> expected = new ArrayList<>();
        road.oracle().lines().forEach(line -> {
            Integer previous = null;
            for (int i = 0; i < line.answers.size(); i++) {
                int score = line.answers.get(i).score();
                expected.add(responded(line, i + 1, score, previous));
                previous = score;
            }
        });

        List<String> events = road.published().responses().values().stream().map(RoadTests::responded).toList();

        assertThat(events).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theMonthlyFiguresAreThoseComputedIndependently() {
        Map<String, FlatJson> figures = new TreeMap<>();
        road.published().figures().forEach((key, data) -> figures.put(key,
                FlatJson.of(data.<ObjectNode>deepCopy().without(ELSEWHERE))));

        assertThat(figures).containsExactlyEntriesOf(road.expectedFigures());
    }

    @Test
    void theApiShowsTheFiguresOfTheTopic() {
        List<JsonNode> items = road.api().items("/api/v1/satisfaction", Map.of("from", "2025-02", "to", "2025-04"));

        assertThat(items).containsExactlyInAnyOrderElementsOf(road.published().figures().values());
    }

    @Test
    void theLinkOfAReopenedTicketIsOver() {
        Line withdrawn = road.oracle().mailed().stream().filter(line -> line.state == Line.State.WITHDRAWN)
                .filter(line -> Collections.frequency(road.oracle().addresses(), line.closing.ticket().person()) == 1)
                .findFirst().orElseThrow();

        int status = Customer
                .look(road.mailBox().lastByAddress().get(withdrawn.closing.ticket().person()).answerLink());

        assertThat(status).isEqualTo(410);
    }

    @Test
    void whatCanNeverBeUnderstoodIsPutAside() {
        List<String> expected = new ArrayList<>();
        for (int offset = 0; offset < road.arrived().size(); offset++) {
            Arrival arrival = road.arrived().get(offset);
            if (arrival.broken()) {
                expected.add(DeadLetter.expected(arrival.record(), offset));
            }
        }

        List<String> letters = road.topics().read("itsm.tickets.dlq").stream().map(DeadLetter::seen).distinct()
                .toList();

        assertThat(letters).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String responded(Line line, int revision, int score, Integer previous) {
        Ticket ticket = line.closing.ticket();
        boolean low = line.survey.scale().dissatisfied(score);
        boolean wasLow = previous != null && line.survey.scale().dissatisfied(previous);
        return String.join(" ", line.survey.id(), ticket.desk(), ticket.id(), String.valueOf(line.closing.cycle()),
                line.closing.month().toString(), String.valueOf(revision), String.valueOf(score),
                String.valueOf(previous), line.survey.scale().sentiment(score),
                low == wasLow ? "none" : low ? "raised" : "cleared", ticket.values().get("service"),
                String.valueOf(ticket.slaMet()), "true");
    }

    private static String responded(JsonNode data) {
        return String.join(" ", List.of("survey", "desk", "ticketId", "cycle", "month", "revision", "score",
                "previousScore", "sentiment", "alert", "service", "slaMet", "counted").stream()
                .map(field -> data.path(field).asText()).toList());
    }
}
