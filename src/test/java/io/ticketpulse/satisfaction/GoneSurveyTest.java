package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.invitation.DecidedClosure;
import io.ticketpulse.invitation.SamplingDecision.Sampled;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.response.ResponsesCounted.Standing;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Months of a survey that was in the settings when they were published, and is not any more. */
@QuarkusTest
@WithTestResource(RealServers.class)
class GoneSurveyTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 3);
    private static final SurveyMonth GONE = new SurveyMonth("gone", MONTH);
    private static final Instant WHILE_RUNNING = Instant.parse("2026-03-20T12:00:00Z");
    private static final Instant FINAL = Instant.parse("2026-04-18T00:00:00Z");

    @Inject
    Story story;
    @Inject
    MonthPublisher publisher;
    @Inject
    Publications publications;
    @Inject
    MonthSealing sealing;
    @Inject
    Transactions transactions;
    @Inject
    FigureTable figures;

    private List<UUID> closures;

    @BeforeEach
    void fiveCustomersHaveAnswered() throws Exception {
        Story.beginAnew();
        at(WHILE_RUNNING);
        List<DecidedClosure> decided = IntStream.range(0, 5).mapToObj(i -> new DecidedClosure(
                Story.closure(MONTH, "acme"), GONE.survey(), MONTH, new Sampled(1.0))).toList();
        story.decide(decided);
        closures = decided.stream().map(closure -> closure.closure().id()).toList();
        story.count(closures.stream().map(closure -> answer(closure, 9)).toArray(Standing[]::new));
    }

    @Test
    void whatComesLateIsPublishedByTheDayOnTheScaleThatItHad() {
        publishedOnce();
        at(FINAL);
        story.count(answer(closures.get(0), 0));

        publications.publishDue();

        assertThat(all().status()).isEqualTo(MonthStatus.FINAL);
        assertThat(all().scale()).isEqualTo(Scale.NPS.range());
        assertThat(all().statistics().csat().value()).isEqualTo(0.8);
    }

    @Test
    void whatComesLateIsPublishedOnRequest() {
        publishedOnce();
        at(FINAL);
        story.count(answer(closures.get(0), 0));

        publications.publish(MONTH);

        assertThat(all().statistics().csat().value()).isEqualTo(0.8);
    }

    @Test
    void whatComesLateIsPublishedForTheLastTime() {
        publishedOnce();
        at(FINAL);
        story.count(answer(closures.get(0), 0));

        sealing.seal(GONE);

        assertThat(all().statistics().csat().value()).isEqualTo(0.8);
    }

    @Test
    void aMonthThatWasNeverPublishedStaysWithoutFigures() {
        publications.publishDue();

        assertThat(transactions.<List<FigureTable.Row>>inNew(connection -> figures.ofMonth(connection, GONE)))
                .isEmpty();
    }

    private void publishedOnce() {
        publisher.publish(GONE, Scale.NPS);
    }

    private static Standing answer(UUID closure, int score) {
        return new Standing(closure, Scale.NPS, score, false, List.of(), false);
    }

    private MonthlyFigure all() {
        return transactions.inNew(connection -> figures.around(connection, GONE))
                .get(new FigureKey(GONE.survey(), MONTH, FigureKey.ALL, FigureKey.EVERYTHING)).figure();
    }

    private static void at(Instant now) {
        QuarkusMock.installMockForType(Clock.fixed(now, ZoneOffset.UTC), Clock.class);
    }
}
