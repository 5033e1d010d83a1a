package io.ticketpulse.closure.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is delivered, a kind understands it or says that it does not; and what it understands is whole. */
class HostileDeliveriesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<DeskKind> KINDS = List.of(new Canonical(), new FreeScout(), new Freshservice(),
            new Glpi(), new ITop(), new Jira(), new ServiceNow(), new Zammad(), new Zendesk(), new Znuny());
    private static final List<String> SAMPLES = List.of("freescout/built-status-closed.json",
            "freshdesk/status-changed.json", "glpi/derived-ticket-update-closed.body.json",
            "jira/cloud-issue-updated-resolved.json", "jira/server-issue-updated-closed.json",
            "zammad/state-closed-no-article.json", "zammad/built-closed-after-sla.json");
    private static final Desk DESK = new Desk("acme", Map.of("service", "a.b.c", "slaMet", "x"), List.of(),
            ZoneOffset.UTC);

    @Property(tries = 300)
    void anyBytes(@ForAll("kinds") DeskKind kind, @ForAll byte[] body) {
        assertThatCode(() -> read(kind, body)).satisfiesAnyOf(thrown -> assertThat(thrown).isNull(),
                thrown -> assertThat(thrown).isInstanceOf(NotUnderstoodException.class));
    }

    @Property(tries = 1_500)
    void aSampleInWhichAnyValueIsAnything(@ForAll("kinds") DeskKind kind, @ForAll("samples") String sample,
            @ForAll("positions") int position, @ForAll("values") JsonNode value) throws Exception {
        byte[] body = JSON.writeValueAsBytes(spoiled(sample, position, value));

        List<Report> reports = read(kind, body);

        assertThat(reports).allSatisfy(HostileDeliveriesTest::isWhole);
    }

    @Property(tries = 50)
    void anyDepth(@ForAll("kinds") DeskKind kind, @ForAll("depths") int depth) {
        String nested = "{\"ticket\":".repeat(depth) + "1" + "}".repeat(depth);

        List<Report> reports = read(kind, nested.getBytes(StandardCharsets.UTF_8));

        assertThat(reports).allSatisfy(HostileDeliveriesTest::isWhole);
    }

    @Property(tries = 500)
    void anyProof(@ForAll("kinds") DeskKind kind, @ForAll("proofs") String header, @ForAll String value) {
        Delivery delivery = new Delivery(Map.of(header, List.of(value)), new byte[0], Instant.EPOCH);

        boolean authentic = kind.isAuthentic(delivery, "the secret of the desk");

        assertThat(authentic).isFalse();
    }

    private static void isWhole(Report report) {
        if (report instanceof Report.Closed closed) {
            assertThat(closed.at()).isNotNull();
            assertThat(closed.ticket().id()).isNotBlank();
        } else if (report instanceof Report.Open open) {
            assertThat(open.at()).isNotNull();
            assertThat(open.ticket().id()).isNotBlank();
        } else if (report instanceof Report.Reopened reopened) {
            assertThat(reopened.at()).isNotNull();
            assertThat(reopened.ticket().id()).isNotBlank();
        }
    }

    private static List<Report> read(DeskKind kind, byte[] body) {
        Map<String, List<String>> headers = Map.of("X-FreeScout-Event", List.of("convo.status"));
        try {
            return kind.read(new Delivery(headers, body, Instant.parse("2026-11-02T08:00:00Z")), DESK);
        } catch (NotUnderstoodException refused) {
            assertThat(refused.getMessage()).endsWith(".");
            return List.of();
        }
    }

    private static JsonNode spoiled(String sample, int position, JsonNode value) throws Exception {
        JsonNode root = JSON.readTree(HostileDeliveriesTest.class.getResourceAsStream("/deliveries/" + sample));
        List<Runnable> spoilers = new ArrayList<>();
        collect(root, value, spoilers);
        spoilers.get(position % spoilers.size()).run();
        return root;
    }

    private static void collect(JsonNode node, JsonNode value, List<Runnable> spoilers) {
        if (node instanceof ObjectNode object) {
            for (Iterator<String> names = object.fieldNames(); names.hasNext();) {
                String name = names.next();
                spoilers.add(() -> object.set(name, value));
                collect(object.get(name), value, spoilers);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                spoilers.add(() -> array.set(index, value));
                collect(array.get(i), value, spoilers);
            }
        }
    }

    @Provide
    Arbitrary<DeskKind> kinds() {
        return Arbitraries.of(KINDS);
    }

    @Provide
    Arbitrary<String> samples() {
        return Arbitraries.of(SAMPLES);
    }

    @Provide
    Arbitrary<Integer> positions() {
        return Arbitraries.integers().between(0, 10_000);
    }

    @Provide
    Arbitrary<Integer> depths() {
        return Arbitraries.integers().between(1, 5_000);
    }

    @Provide
    Arbitrary<String> proofs() {
        return Arbitraries.of("Authorization", "X-Hub-Signature", "X-Zendesk-Webhook-Signature",
                "X-GLPI-signature", "X-FreeScout-Signature", "webhook-signature");
    }

    @Provide
    Arbitrary<JsonNode> values() {
        return Arbitraries.of("null", "true", "0", "-1", "1e400", "123456789012345678901234567890", "\"\"", "\" \"",
                "\"\\ud800\"", "\"6\"", "\"closed\"", "\"2026-99-99T00:00:00Z\"", "[]", "{}", "[[[]]]", "[null]",
                "{\"name\": {}}", "{\"key\": \"done\"}", "\"" + "x".repeat(10_000) + "\"", "\"\\u0000\"")
                .map(json -> {
                    try {
                        return JSON.readTree(json);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
