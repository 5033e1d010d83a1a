package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.Surveys;
import io.ticketpulse.platform.ReportingZone;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Short histories on a real database, while two replicas publish and crash. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class CrashingReplicasTest {

    private static final List<YearMonth> MONTHS = List.of(YearMonth.of(2026, 3), YearMonth.of(2026, 4),
            YearMonth.of(2027, 3));
    private static final Instant WHILE_RUNNING = Instant.parse("2026-03-20T12:00:00Z");
    private static final Instant AFTER_ALL = Instant.parse("2028-01-01T00:00:00Z");
    private static final int STEPS = 14;
    private static final double CRASHES = 0.3;
    private static final double OTHER_SETTINGS = 0.1;

    @Inject
    Story story;
    @Inject
    Replicas replicas;
    @Inject
    Surveys surveys;
    @Inject
    Transactions transactions;
    @Inject
    ReportingZone zone;
    @Inject
    SatisfactionSettings settings;
    @Inject
    FactTable facts;
    @Inject
    ChangeLog changes;

    @BeforeEach
    void beginAnew() throws Exception {
        Story.beginAnew();
    }

    @RepeatedTest(150)
    void inTheEndTheFiguresAreThoseOfAComputationFromScratch(RepetitionInfo history) throws Exception {
        tellWhileReplicasPublish(new Random(history.getCurrentRepetition()));

        replicas.publications(AFTER_ALL, zone).publishDue();

        Map<FigureKey, MonthlyFigure> expected = FromScratch.figures(allFacts(), month -> scale(), zone,
                settings.minimumResponses());
        Map<FigureKey, MonthlyFigure> newest = replicas.newest(MONTHS);
        assertThat(newest).containsOnlyKeys(expected.keySet());
        assertThat(newest).allSatisfy((key, figure) -> assertThat(figure.says(expected.get(key)))
                .as("%s%n%s", figure, expected.get(key)).isTrue());
        assertThat(lastRevisionsOfTheTopic()).isEqualTo(revisions(newest));
    }

    private void tellWhileReplicasPublish(Random random) throws Exception {
        RandomStory randomStory = new RandomStory(story, MONTHS, random);
        AtomicBoolean told = new AtomicBoolean();
        ExecutorService machines = Executors.newFixedThreadPool(2);
        List<Future<?>> running = IntStream.range(0, 2).mapToObj(i -> new Random(random.nextLong()))
                .<Future<?>>map(own -> machines.submit(() -> publishAndCrash(own, told)))
                .toList();
        IntStream.range(0, STEPS).forEach(step -> randomStory.goOn());
        told.set(true);
        machines.shutdown();
        for (Future<?> replica : running) {
            replica.get();
        }
    }

    private void publishAndCrash(Random random, AtomicBoolean told) {
        MonthPublisher publisher = replicas.publisher(WHILE_RUNNING, zone, () -> random.nextDouble() < CRASHES);
        while (!told.get()) {
            for (SurveyMonth month : transactions.inNew(changes::months)) {
                try {
                    publisher.publish(month, random.nextDouble() < OTHER_SETTINGS ? Scale.NPS : scale());
                } catch (Replicas.Crash crash) {
                    // The next one finds what this one left behind.
                }
            }
        }
    }

    private Scale scale() {
        return surveys.named(Story.SURVEY).orElseThrow().scale();
    }

    private Map<SurveyMonth, List<Fact>> allFacts() {
        return transactions.inNew(connection -> {
            Map<SurveyMonth, List<Fact>> all = new HashMap<>();
            for (YearMonth month : MONTHS) {
                SurveyMonth surveyMonth = new SurveyMonth(Story.SURVEY, month);
                all.put(surveyMonth, Story.facts(connection, surveyMonth, facts));
            }
            return all;
        });
    }

    private static Map<String, Integer> revisions(Map<FigureKey, MonthlyFigure> figures) {
        Map<String, Integer> revisions = new HashMap<>();
        figures.forEach((key, figure) -> revisions.put(key.text(), figure.revision()));
        return revisions;
    }

    /** Each has to be the successor of the one before. */
    private Map<String, Integer> lastRevisionsOfTheTopic() {
        Map<String, Integer> last = new HashMap<>();
        for (JsonNode event : replicas.published()) {
            int revision = event.get("data").get("revision").intValue();
            Integer before = last.put(event.get("subject").textValue(), revision);
            assertThat(revision).isEqualTo(before == null ? 1 : before + 1);
        }
        return last;
    }
}
