package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.platform.ReportingZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every figure of a shared data set equals that of an independent statistics package. The data set is
 * {@code figures/facts.csv}: three months of stars, with the previous month and the previous year, and a month each of
 * likelihoods, efforts and thumbs; sampling rates differ by priority and team. {@code figures/expected.csv} is what R
 * 4.2.2 makes of it with {@code figures/figures.R}:
 * <ul>
 * <li>Wilson's intervals: {@code prop.test(…, correct = FALSE)$conf.int}
 * <li>the weighted share: {@code svymean} of the package survey 4.1.1, which is Hájek's estimate; Kish's effective size
 * by its formula, and {@code prop.test} on it
 * <li>significance of change: {@code prop.test} of two samples, {@code correct = FALSE}, on effective sizes
 * <li>non-response: {@code chisq.test(…, correct = FALSE)} and {@code p.adjust(…, "holm")}
 * <li>everything else by counting
 * </ul>
 */
class ReferenceFiguresTest {

    private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final Set<String> NOT_COMPUTED = Set.of("survey", "month", "zone", "from", "to", "dimension",
            "value",
            "revision", "status", "computedAt", "formula", "scale");

    @ParameterizedTest
    @MethodSource("figures")
    void equalsWhatAStatisticsPackageComputes(String key, Map<String, String> expected, Map<String, JsonNode> actual) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((figure, value) -> {
            JsonNode published = actual.get(figure);
            if (published.isNumber()) {
                assertThat(published.doubleValue()).as(figure).isCloseTo(Double.parseDouble(value), within(1e-9));
            } else {
                assertThat(published.asText()).as(figure).isEqualTo(value);
            }
        });
    }

    static Stream<Object[]> figures() {
        Map<String, Map<String, String>> expected = new TreeMap<>();
        ReferenceFacts.lines("expected.csv").forEach(line -> expected
                .computeIfAbsent(key(line.get("scale"), line.get("month"), line.get("dimension"), line.get("value")),
                        unseen -> new TreeMap<>())
                .put(line.get("figure"), line.get("expected")));
        Map<String, Map<String, JsonNode>> actual = published();
        return expected.keySet().stream().map(key -> new Object[]{key, expected.get(key), actual.get(key)});
    }

    private static Map<String, Map<String, JsonNode>> published() {
        Map<FigureKey, StoredFigure> stored = new HashMap<>();
        for (YearMonth month : List.of(YearMonth.of(2025, 10), YearMonth.of(2026, 9), YearMonth.of(2026, 10))) {
            for (Scale scale : Scale.values()) {
                new Revisions(new SurveyMonth(scale.wireName(), month), new ReportingZone(ZoneOffset.UTC), true, false,
                        5, Instant.EPOCH).next(ReferenceFacts.cells(scale, month), stored)
                        .forEach(figure -> stored.put(figure.figure().key(), figure));
            }
        }
        return stored.entrySet().stream().collect(Collectors.toMap(
                figure -> key(figure.getValue().figure().scale().kind().toUpperCase(),
                        figure.getKey().month().toString(),
                        figure.getKey().dimension(), figure.getKey().value()),
                figure -> {
                    Map<String, JsonNode> leaves = new TreeMap<>();
                    MAPPER.<JsonNode>valueToTree(figure.getValue().figure()).properties().forEach(field -> {
                        if (!NOT_COMPUTED.contains(field.getKey())) {
                            collect(field.getKey(), field.getValue(), leaves);
                        }
                    });
                    return leaves;
                }));
    }

    /** Names every single figure by its path, in lists by what it is about. */
    private static void collect(String path, JsonNode node, Map<String, JsonNode> leaves) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                if (!Set.of("driver", "dimension").contains(field.getKey())) {
                    collect(path + "." + field.getKey(), field.getValue(), leaves);
                }
            });
        } else if (node.isArray()) {
            node.forEach(item -> collect(path + "." + item.path("driver").asText(item.path("dimension").asText()), item,
                    leaves));
        } else {
            leaves.put(path, node);
        }
    }

    private static String key(String... parts) {
        return String.join("/", parts);
    }
}
