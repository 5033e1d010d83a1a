package io.ticketpulse.closure.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is delivered, a kind understands it or says that it does not. */
class HostileDeliveriesTest {

    private static final List<KindSample> SAMPLES = KindSamples.all();
    private static final String KIND = "implements DeskKind";

    @Example
    void everyKindHasASample() throws IOException {
        Set<String> kinds;
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/ticketpulse/closure/desk"))) {
            kinds = sources.filter(HostileDeliveriesTest::isKind)
                    .map(source -> source.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        assertThat(kinds).isNotEmpty().isEqualTo(SAMPLES.stream()
                .map(sample -> sample.kind().getClass().getSimpleName()).collect(Collectors.toSet()));
    }

    @Property
    void everySampleIsUnderstood(@ForAll("samples") KindSample sample) {
        List<Report> reports = sample.read(Proof.bytes(sample.body()));

        assertThat(reports).isNotEmpty().noneMatch(Report.Irrelevant.class::isInstance);
    }

    @Property(tries = 500)
    void anyBytes(@ForAll("samples") KindSample sample, @ForAll byte[] body) {
        assertThatCode(() -> sample.read(body)).satisfiesAnyOf(thrown -> assertThat(thrown).isNull(),
                thrown -> assertThat(thrown).isInstanceOf(NotUnderstoodException.class).hasMessageEndingWith("."));
    }

    @Property(tries = 100)
    void anyDepth(@ForAll("samples") KindSample sample, @ForAll("depths") int depth) {
        byte[] nested = ("{\"ticket\":".repeat(depth) + "1" + "}".repeat(depth)).getBytes(StandardCharsets.UTF_8);

        assertThatCode(() -> sample.read(nested)).isInstanceOf(NotUnderstoodException.class);
    }

    @Property(tries = 500)
    void anyProof(@ForAll("samples") KindSample sample, @ForAll("proofs") String header, @ForAll String value) {
        Delivery delivery = new Delivery(Map.of(header, List.of(value)), new byte[0], Instant.EPOCH);

        boolean authentic = sample.kind().isAuthentic(delivery, "the secret of the desk");

        assertThat(authentic).isFalse();
    }

    private static boolean isKind(Path source) {
        try {
            return Files.readString(source).contains(KIND);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Provide
    Arbitrary<KindSample> samples() {
        return Arbitraries.of(SAMPLES);
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
}
