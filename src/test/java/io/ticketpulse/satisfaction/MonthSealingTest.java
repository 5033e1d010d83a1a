package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.invitation.DecidedClosure;
import io.ticketpulse.invitation.SamplingDecision.Sampled;
import io.ticketpulse.platform.ReportingZone;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.satisfaction.Publications.PublishedMonth;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(JobsByHand.class)
class MonthSealingTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 3);
    private static final SurveyMonth SURVEY_MONTH = new SurveyMonth(Story.SURVEY, MONTH);
    private static final Instant NOT_YET_FINAL = Instant.parse("2026-04-17T23:59:59Z");
    private static final Instant FINAL = Instant.parse("2026-04-18T00:00:00Z");

    @Inject
    Story story;
    @Inject
    Replicas replicas;
    @Inject
    MonthSealing sealing;
    @Inject
    Publications publications;
    @Inject
    Transactions transactions;
    @Inject
    ChangeLog changes;

    @BeforeEach
    void beginAnew() throws Exception {
        Story.beginAnew();
        QuarkusMock.installMockForType(Clock.fixed(FINAL, ZoneOffset.UTC), Clock.class);
    }

    @Test
    void publishesForTheLastTime() {
        story.answered(MONTH, "acme", 5, 5, 4, 4, 1);

        boolean sealed = sealing.seal(SURVEY_MONTH);

        assertThat(sealed).isTrue();
        assertThat(all().status()).isEqualTo(MonthStatus.FINAL);
        assertThat(all().statistics().csat().value()).isEqualTo(0.8);
    }

    @Test
    void aMonthToWhichAnswersMayStillComeIsNotSealed() {
        QuarkusMock.installMockForType(Clock.fixed(NOT_YET_FINAL, ZoneOffset.UTC), Clock.class);
        story.answered(MONTH, "acme", 5, 5, 4, 4, 1);

        boolean sealed = sealing.seal(SURVEY_MONTH);

        assertThat(sealed).isFalse();
        publications.publishDue();
        assertThat(all().status()).isEqualTo(MonthStatus.RUNNING);
    }

    @Test
    void aFinalMonthThatHasNotChangedStaysAsAnOlderVersionWroteIt() throws Exception {
        story.answered(MONTH, "acme", 5, 5, 4, 4, 1);
        publications.publishDue();
        execute("UPDATE satisfaction_figure SET data = JSON_REMOVE(data, '$.nonResponse')");

        sealing.seal(SURVEY_MONTH);

        assertThat(all().revision()).isEqualTo(1);
        assertThat(all().nonResponse()).isNull();
    }

    @Test
    void whatComesLateChangesNothingAnyMore() {
        List<UUID> closures = story.answered(MONTH, "acme", 5, 5, 4, 4, 1);
        sealing.seal(SURVEY_MONTH);
        story.count(Story.score(closures.get(4), 5));

        publications.publishDue();

        assertThat(all().revision()).isEqualTo(1);
        assertThat(transactions.inNew(changes::months)).isEmpty();
    }

    @Test
    void changedSettingsChangeNothingAnyMore() {
        story.answered(MONTH, "acme", 5, 5, 4, 4, 1);
        sealing.seal(SURVEY_MONTH);

        replicas.publications(FINAL, new ReportingZone(ZoneId.of("Asia/Tokyo"))).publish(MONTH);

        assertThat(all().zone()).isEqualTo("UTC");
    }

    @Test
    void publishingItSendsTheSameEventsAgain() {
        story.answered(MONTH, "acme", 5, 5, 4, 4, 1);
        sealing.seal(SURVEY_MONTH);
        List<JsonNode> sent = replicas.published();

        PublishedMonth again = publications.publish(MONTH);

        assertThat(again).isEqualTo(new PublishedMonth(MONTH, 9, 0));
        List<JsonNode> all = replicas.published();
        assertThat(all).hasSize(18);
        assertThat(all.subList(9, 18)).containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void laterMonthsCompareThemselvesWithWhatIsKept() throws Exception {
        story.answered(MONTH, "acme", 5, 5, 1, 1, 1);
        sealing.seal(SURVEY_MONTH);
        purge(SURVEY_MONTH, 100);
        story.answered(MONTH.plusMonths(1), "acme", 5, 5, 5, 5, 5);

        publications.publishDue();

        assertThat(all(MONTH.plusMonths(1)).change().previousMonth()).isEqualTo(new Comparison(0.6, true));
    }

    @Test
    void whatItWasComputedFromIsDeletedSomeAtATime() throws Exception {
        story.answered(MONTH, "acme", 5, 5, 4, 4, 1);
        sealing.seal(SURVEY_MONTH);
        purge(SURVEY_MONTH, 3);

        int deleted = purge(SURVEY_MONTH, 3);

        assertThat(deleted).isEqualTo(2);
        for (String table : List.of("satisfaction_fact", "satisfaction_counted", "satisfaction_cell",
                "satisfaction_uncounted")) {
            assertThat(rows(table)).as(table).isZero();
        }
        assertThat(rows("satisfaction_figure")).isEqualTo(9);
    }

    @Test
    void whatIsNotSealedIsNotDeleted() throws Exception {
        story.answered(MONTH, "acme", 5, 5, 4, 4, 1);
        publications.publishDue();

        int deleted = purge(SURVEY_MONTH, 100);

        assertThat(deleted).isZero();
        assertThat(rows("satisfaction_fact")).isEqualTo(5);
    }

    @Test
    void aClosureOfASealedMonthThatComesLateIsInNoFigureAndGoesToo() throws Exception {
        story.answered(MONTH, "acme", 5, 5, 4, 4, 1);
        sealing.seal(SURVEY_MONTH);
        purge(SURVEY_MONTH, 100);
        story.answered(MONTH, "late", 5, 5, 4, 4, 1);
        publications.publishDue();

        int deleted = purge(SURVEY_MONTH, 100);

        assertThat(deleted).isEqualTo(5);
        assertThat(replicas.newest(List.of(MONTH))).hasSize(9);
    }

    @Test
    void aSurveyThatIsGoneKeepsItsFiguresAndLetsGoOfTheRest() throws Exception {
        SurveyMonth gone = new SurveyMonth("gone", MONTH);
        story.decide(List.of(new DecidedClosure(Story.closure(MONTH, "acme"), "gone", MONTH, new Sampled(1.0))));

        boolean sealed = sealing.seal(gone);

        assertThat(sealed).isTrue();
        assertThat(purge(gone, 100)).isEqualTo(1);
    }

    private int purge(SurveyMonth month, int limit) {
        return sealing.purge(month, limit, List::size).facts();
    }

    private MonthlyFigure all() {
        return all(MONTH);
    }

    private MonthlyFigure all(YearMonth month) {
        return replicas.newest(List.of(month))
                .get(new FigureKey(Story.SURVEY, month, FigureKey.ALL, FigureKey.EVERYTHING));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = RealServers.database(); Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static int rows(String table) throws SQLException {
        try (Connection connection = RealServers.database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
