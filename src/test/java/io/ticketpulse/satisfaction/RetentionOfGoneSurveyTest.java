package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.invitation.DecidedClosure;
import io.ticketpulse.invitation.SamplingDecision.Sampled;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class RetentionOfGoneSurveyTest {

    private static final YearMonth MONTH = YearMonth.of(2024, 2);

    @Inject
    Story story;

    @Inject
    Retention retention;

    @Inject
    Transactions transactions;

    @Inject
    FactTable facts;

    @Inject
    MonthTable months;

    @Inject
    Publications publications;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void beginAnew() throws Exception {
        Story.beginAnew();
    }

    @Test
    void whatASurveyTookThatIsGoneFromTheSettingsGoesToo() {
        story.decide(List.of(new DecidedClosure(Story.closure(MONTH, "acme"), "gone", MONTH, new Sampled(1.0))));

        retention.run();

        List<SurveyMonth> left = transactions.inNew(connection -> facts.monthsUntil(connection, MONTH));
        List<SurveyMonth> sealed = transactions.inNew(connection -> months.sealed(connection, MONTH));
        assertThat(left).isEmpty();
        assertThat(sealed).containsExactly(new SurveyMonth("gone", MONTH));
    }

    @Test
    void aMonthThatFailsKeepsNoOtherFromBeingPurged() throws Exception {
        SurveyMonth failing = new SurveyMonth(Story.SURVEY, MONTH);
        story.answered(MONTH, "acme", 5, 5, 4, 4, 1);
        story.answered(MONTH.plusMonths(6), "acme", 5, 5, 4, 4, 1);
        publications.publishDue();
        story.sampled(MONTH, "acme", 1);
        makeUnreadable(failing);
        story.answered(MONTH, "acme", 5);
        double failures = meters.counter(RetentionMetrics.FAILURES).count();

        retention.run();

        List<SurveyMonth> left = transactions.inNew(connection -> facts.monthsUntil(connection, MONTH.plusYears(1)));
        assertThat(left).containsExactly(failing);
        assertThat(meters.counter(RetentionMetrics.FAILURES).count()).isEqualTo(failures + 1);
    }

    private static void makeUnreadable(SurveyMonth month) throws SQLException {
        try (Connection connection = RealServers.database();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE satisfaction_figure SET data = '{\"status\": \"?\"}' WHERE survey = ? AND month = ?")) {
            update.setString(1, month.survey());
            update.setString(2, month.month().toString());
            update.executeUpdate();
        }
    }
}
