package io.ticketpulse.closure.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTest {

    private static final String DATA = """
            {"desk": "acme", "ticketId": "4711", "closedAt": "2026-10-05T16:42:11+02:00", "ticketNumber": "INC-4711",
             "reopenCount": 2, "slaMet": false, "service": "VPN", "unheardOf": 1,
             "requester": {"id": "u-1", "email": "sam@customer.example", "vip": true},
             "assignee": {"email": "kim@desk.example"}}""";
    private static final Instant AT = Instant.parse("2026-10-05T14:42:11Z");

    private final Canonical canonical = new Canonical();

    @Test
    void theDataOfAClosingIsTakenAsItIs() {
        List<Report> reports = canonical.read(Sending.body(DATA).delivery(), Sending.DESK);

        Report.Closed closed = (Report.Closed) reports.get(0);
        assertThat(closed.at()).isEqualTo(AT);
        assertThat(Sent.written(closed.ticket())).isEqualTo(Payload.parse(Proof.bytes("""
                {"ticketId": "4711", "ticketNumber": "INC-4711", "reopenCount": 2, "slaMet": false, "service": "VPN",
                 "requester": {"id": "u-1", "email": "sam@customer.example", "vip": true},
                 "assignee": {"email": "kim@desk.example"}}""")).node());
    }

    @Test
    void theSampleOfThePageHasEveryField() {
        Desk desk = new Desk("acme-desk", Map.of(), List.of(), ZoneOffset.UTC);
        Delivery page = Sending.body(new String(Samples.ofPage("canonical.md", "```json"), UTF_8)).delivery();
        ObjectNode data = (ObjectNode) Payload.parseAny(Sending.sampleBytes("canonical/built-closed.json"));

        List<Report> reports = canonical.read(page, desk);

        assertThat(reports).singleElement().isInstanceOfSatisfying(Report.Closed.class, closed -> {
            assertThat(closed.at()).isEqualTo(AT);
            assertThat(Sent.written(closed.ticket())).isEqualTo(data.without(List.of("desk", "closedAt")));
        });
    }

    @Test
    void theDataOfAReopeningIsKnownByItsTime() {
        List<Report> reports = canonical.read(
                Sending.body("{\"ticketId\": \"4711\", \"reopenedAt\": \"2026-10-05T14:42:11Z\"}").delivery(),
                Sending.DESK);

        assertThat(reports).singleElement().isInstanceOfSatisfying(Report.Reopened.class,
                reopened -> assertThat(reopened.at()).isEqualTo(AT));
    }

    @ParameterizedTest
    @CsvSource({"io.ticketpulse.ticket.closed.v1, Closed", "io.ticketpulse.ticket.reopened.v1, Reopened",
            "io.ticketpulse.ticket.assigned.v1, Irrelevant"})
    void aCloudEventInStructuredModeSaysByItsTypeWhatHappened(String type, String expected) {
        String event = """
                {"specversion": "1.0", "id": "1", "source": "/desks/acme", "type": "%s",
                 "data": {"ticketId": "4711", "closedAt": "2026-10-05T14:42:11Z", "reopenedAt": "2026-10-05T14:42:11Z"}}"""
                .formatted(type);

        List<Report> reports = canonical.read(
                Sending.body(event).header("Content-Type", "application/cloudevents+json; charset=utf-8").delivery(),
                Sending.DESK);

        assertThat(reports).singleElement().extracting(report -> report.getClass().getSimpleName())
                .isEqualTo(expected);
    }

    @Test
    void aCloudEventInBinaryModeSaysItInHeaders() {
        Delivery delivery = Sending.body(DATA).header("Content-Type", "application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", "1").header("ce-source", "/desks/acme")
                .header("CE-Type", "io.ticketpulse.ticket.closed.v1").delivery();

        List<Report> reports = canonical.read(delivery, Sending.DESK);

        assertThat(reports).singleElement().isInstanceOf(Report.Closed.class);
    }

    @Test
    void theSpecificationsOwnExampleIsNoneOfOurBusiness() {
        Delivery delivery = Sending.sample("cloudevents/structured-json-example.json")
                .header("Content-Type", "application/cloudevents+json").delivery();

        List<Report> reports = canonical.read(delivery, Sending.DESK);

        assertThat(reports).containsExactly(new Report.Irrelevant(Report.Reason.OTHER_EVENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null", "", "{\"ticketId\": 5, \"closedAt\": \"2026-10-05T14:42:11Z\"}",
            "{\"ticketId\": \"5\"}", "{\"ticketId\": \"5\", \"closedAt\": \"2026-10-05 14:42:11\"}",
            "{\"ticketId\": \"5\", \"closedAt\": 1791211331}",
            "{\"ticketId\": \"5\", \"closedAt\": \"2026-10-05T14:42:11Z\"} {}",
            "{\"desk\": \"other\", \"ticketId\": \"5\", \"closedAt\": \"2026-10-05T14:42:11Z\"}",
            "{\"desk\": {}, \"ticketId\": \"5\", \"closedAt\": \"2026-10-05T14:42:11Z\"}"})
    void anythingElseIsNotUnderstood(String body) {
        Delivery delivery = Sending.body(body).delivery();

        assertThatThrownBy(() -> canonical.read(delivery, Sending.DESK)).isInstanceOf(NotUnderstoodException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1]", "[null]", "[{\"type\": \"io.ticketpulse.ticket.closed.v1\"}]",
            "[{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"/\", \"type\": \"io.ticketpulse.ticket.closed.v1\"}]"})
    void aBatchWithOneBrokenEventIsNotUnderstood(String body) {
        Delivery delivery = Sending.body(body).header("Content-Type", "application/cloudevents-batch+json").delivery();

        assertThatThrownBy(() -> canonical.read(delivery, Sending.DESK)).isInstanceOf(NotUnderstoodException.class);
    }

    @Test
    void aWrongSignatureIsNotMadeGoodByABearerToken() {
        String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        Delivery delivery = Sending.body(DATA).header("Authorization", "Bearer " + secret)
                .header("webhook-signature", "v1,").delivery();

        boolean authentic = canonical.isAuthentic(delivery, secret);

        assertThat(authentic).isFalse();
    }
}
