package io.ticketpulse.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ticketpulse.closure.desk.KindSample;
import io.ticketpulse.closure.desk.KindSamples;
import io.ticketpulse.closure.desk.NotUnderstoodException;
import io.ticketpulse.closure.desk.Report;
import io.ticketpulse.platform.OutboxMessage;
import io.ticketpulse.platform.PlatformParts;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * A delivery in which any value is anything is refused, ignored, or becomes an event of a size that any broker takes, and
 * in no time that its sender could choose.
 */
class HostileReportsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** As large as a delivery may be. */
    private static final int LARGE = 1024 * 1024;
    /** So many that an expression that goes back and forth over them does not end in time. */
    private static final int MANY_BLANKS = LARGE / 4;
    /** Two dozen texts that are cut, and what is around them. */
    private static final int LARGEST_EVENT = 64 * 1024;
    /** It takes some milliseconds; what grows with the square of the length takes minutes. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);
    /** Those with more are captured from Jira, and say the same as shorter ones. */
    private static final int FEW_PLACES = 70;
    private static final List<KindSample> SAMPLES = KindSamples.all();

    private final TicketEventWriter writer = new TicketEventWriter(PlatformParts.cloudEventJson(),
            PlatformParts.topics(), Clock.fixed(KindSample.RECEIVED, ZoneOffset.UTC));

    /** A sample, and where in it something else is. */
    record Spoiled(KindSample sample, int place) {

        @Override
        public String toString() {
            return sample + " at " + place;
        }
    }

    @Property(tries = 5_000)
    void anyValue(@ForAll("spoiled") Spoiled spoiled, @ForAll("values") JsonNode value) {
        byte[] body = spoiled.sample.spoiled(spoiled.place, value);

        List<OutboxMessage> events = events(spoiled.sample, body);

        assertThat(events).allSatisfy(event -> assertThat(event.value()).hasSizeLessThan(LARGEST_EVENT));
    }

    @Property(tries = 60)
    void anyLargeValue(@ForAll("spoiled") Spoiled spoiled, @ForAll("largeValues") JsonNode value) {
        byte[] body = spoiled.sample.spoiled(spoiled.place, value);

        List<OutboxMessage> events = assertTimeoutPreemptively(LONG_ENOUGH, () -> events(spoiled.sample, body));

        assertThat(events).allSatisfy(event -> assertThat(event.value()).hasSizeLessThan(LARGEST_EVENT));
    }

    @Example
    void blanksAnywhere() {
        JsonNode blanks = text("x" + " ".repeat(MANY_BLANKS) + "x");
        Stream<Spoiled> everywhere = SAMPLES.stream().filter(sample -> sample.places() <= FEW_PLACES)
                .flatMap(sample -> IntStream.range(0, sample.places()).mapToObj(place -> new Spoiled(sample, place)));

        assertThat(everywhere).allSatisfy(spoiled -> {
            byte[] body = spoiled.sample.spoiled(spoiled.place, blanks);
            assertThat(assertTimeoutPreemptively(LONG_ENOUGH, () -> events(spoiled.sample, body)))
                    .allSatisfy(event -> assertThat(event.value()).hasSizeLessThan(LARGEST_EVENT));
        });
    }

    /** What is written to the topic; nothing if it is refused, be it by the kind or for what it would write. */
    private List<OutboxMessage> events(KindSample sample, byte[] body) {
        List<OutboxMessage> events = new ArrayList<>();
        try {
            for (Report report : sample.read(body)) {
                Optional<OutboxMessage> event = writer.write(KindSample.DESK.name(), report, dropped -> {
                });
                assertThat(event.isPresent()).isNotEqualTo(report instanceof Report.Irrelevant);
                event.ifPresent(events::add);
            }
            return events;
        } catch (NotUnderstoodException refused) {
            assertThat(refused).hasMessageEndingWith(".");
            return List.of();
        }
    }

    private static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }

    private static JsonNode json(String json) {
        try {
            return JSON.readTree(json);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** One of ten tries spoils what the settings name. */
    @Provide
    Arbitrary<Spoiled> spoiled() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 10_000);
        return Combinators.combine(Arbitraries.of(SAMPLES), places, Arbitraries.integers().between(0, 9))
                .as((sample, place, one) -> new Spoiled(sample, one == 0 ? 0 : place));
    }

    @Provide
    Arbitrary<JsonNode> values() {
        return Arbitraries.of("null", "true", "0", "-1", "1e400", "123456789012345678901234567890", "\"\"", "\" \"",
                "\"\\ud800\"", "\"6\"", "\"closed\"", "\"2026-99-99T00:00:00Z\"", "\"-999999999-01-01T00:00:00Z\"",
                "\"9999-12-31T23:59:59+18:00\"", "[]", "{}", "[[[]]]", "[null]", "{\"name\": {}}",
                "{\"key\": \"done\"}", "\"" + "x".repeat(10_000) + "\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"")
                .map(HostileReportsTest::json);
    }

    @Provide
    Arbitrary<JsonNode> largeValues() {
        return Arbitraries.of(text("x" + " ".repeat(LARGE) + "x"), text("x".repeat(LARGE)), text("9".repeat(LARGE)),
                text("(".repeat(LARGE)), text("-_".repeat(LARGE / 2)), text("\ud83d\ude00".repeat(LARGE / 4)),
                text("status:{from:" + " ".repeat(LARGE)), text("status:{from:4,".repeat(LARGE / 15)),
                text("status" + " ".repeat(LARGE)), text("[System]" + " ".repeat(LARGE)),
                json("[" + "1,".repeat(LARGE / 2) + "1]"), json("[" + "[],".repeat(LARGE / 3) + "1]"),
                json("[" + "{\"role\":\"requester\",\"type\":\"User\",\"id\":1,\"field\":\"status\"},".repeat(20_000)
                        + "1]"),
                json("{" + IntStream.range(0, 100_000).mapToObj(i -> "\"" + i + "\":1,").reduce(new StringBuilder(),
                        StringBuilder::append, StringBuilder::append) + "\"name\":1}"));
    }
}
