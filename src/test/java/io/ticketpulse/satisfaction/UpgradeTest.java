package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.platform.ReportingZone;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.UniqueId;
import io.ticketpulse.response.ResponsesCounted.Standing;
import io.ticketpulse.servers.EmbeddedMySql;
import io.ticketpulse.servers.RealServers;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database of the version that added months up from all facts, with months in it, is migrated and published from. */
@QuarkusTest
@WithTestResource(RealServers.class)
class UpgradeTest {

    private static final String BEFORE = "9";
    private static final YearMonth FINAL_ON_NPS = YearMonth.of(2025, 6);
    private static final YearMonth CORRECTED_SINCE = YearMonth.of(2026, 1);
    private static final YearMonth RUNNING = YearMonth.of(2026, 3);
    private static final YearMonth NEVER_PUBLISHED = YearMonth.of(2026, 5);
    private static final Instant AFTER_ALL = Instant.parse("2026-06-20T00:00:00Z");

    private static final String FACT = """
            INSERT INTO satisfaction_fact (survey, month, closure_id, desk, ticket_type, service, category,
                assignment_group, priority, department, location, sla_met, probability, invitation_state, scale, score)
            VALUES ('incident', ?, ?, 'acme', 'incident', '(none)', '(none)', '(none)', '(none)', '(none)', '(none)', TRUE,
                0.5, 'RESPONDED', ?, ?)""";
    private static final String FIGURE = """
            {"survey":"incident","month":"%s","zone":"UTC","from":"2025-01-01T00:00:00Z","to":"2025-02-01T00:00:00Z",
            "dimension":"all","value":"*","revision":3,"status":"final","computedAt":"2026-02-18T03:00:00Z",
            "formula":"satisfied-share/1","counts":{"closed":1,"excluded":0,"unavailable":0,"eligible":1,"sampled":1,
            "pending":1,"cancelled":0,"refused":0,"sent":0,"bounced":0,"withdrawn":0,"delivered":0,"responded":0,
            "commented":0,"quarantined":0,"reopened":0},"skipped":{},"coverage":1.0,
            "scale":{"kind":"%s","min":0,"max":10},"distribution":null,"mean":null,"responseRate":null,"csat":null,
            "csatWeighted":null,"nps":null,"sla":{"known":0,"met":0,"share":null},"watermelon":null,"drivers":null,
            "change":null,"suppressed":true}""";

    @Inject
    Story story;
    @Inject
    Replicas replicas;
    @Inject
    Publications publications;
    @Inject
    MonthSealing sealing;
    @Inject
    Transactions transactions;
    @Inject
    ReportingZone zone;
    @Inject
    SatisfactionSettings settings;
    @Inject
    FactTable facts;

    @BeforeAll
    static void anOldDatabaseIsMigrated() throws Exception {
        flyway(BEFORE).migrate();
        try (Connection connection = RealServers.database(); Statement statement = connection.createStatement()) {
            connection.setCatalog("upgraded");
            answers(connection, FINAL_ON_NPS, Scale.NPS, 9, 9, 9, 9, 0, 0);
            answers(connection, CORRECTED_SINCE, Scale.STARS, 5, 5, 4, 4, 1, 1, 1);
            answers(connection, RUNNING, Scale.STARS, 5, 4, 4, 4, 4, 2);
            answers(connection, NEVER_PUBLISHED, Scale.STARS, 3, 3, 4, 5, 5, 5);
            figure(connection, FINAL_ON_NPS, Scale.NPS, true);
            figure(connection, CORRECTED_SINCE, Scale.STARS, true);
            figure(connection, RUNNING, Scale.STARS, false);
            for (YearMonth changed : List.of(CORRECTED_SINCE, CORRECTED_SINCE, NEVER_PUBLISHED)) {
                statement.executeUpdate(
                        "INSERT INTO upgraded.satisfaction_change (survey, month, changed_at) VALUES ('incident', '"
                                + changed + "', '2026-06-10')");
            }
        }
        flyway("latest").migrate();
    }

    @BeforeEach
    void itIsOurs() throws Exception {
        Story.beginAnew();
        QuarkusMock.installMockForType(Clock.fixed(AFTER_ALL, ZoneOffset.UTC), Clock.class);
        try (Connection connection = RealServers.database(); Statement statement = connection.createStatement()) {
            for (String table : List.of("fact", "uncounted", "month", "figure")) {
                statement.executeUpdate("INSERT INTO satisfaction_" + table + " SELECT * FROM upgraded.satisfaction_"
                        + table);
            }
        }
    }

    @Test
    void figuresAreThoseOfAComputationFromScratch() {
        List<YearMonth> months = List.of(CORRECTED_SINCE, RUNNING, NEVER_PUBLISHED);

        publications.publishMissed(AFTER_ALL);

        Map<FigureKey, MonthlyFigure> expected = FromScratch.figures(months.stream()
                .map(month -> new SurveyMonth(Story.SURVEY, month))
                .collect(Collectors.toMap(month -> month, this::facts)), month -> Scale.STARS, zone,
                settings.minimumResponses());
        Map<FigureKey, MonthlyFigure> newest = replicas.newest(months);
        assertThat(newest).containsOnlyKeys(expected.keySet());
        assertThat(newest).allSatisfy((key, figure) -> assertThat(figure.says(expected.get(key)))
                .as("%s%n%s", figure, expected.get(key)).isTrue());
    }

    @Test
    void aFinalMonthThatHasNotChangedIsNotRevised() {
        sealing.seal(new SurveyMonth(Story.SURVEY, FINAL_ON_NPS));

        assertThat(all(FINAL_ON_NPS).revision()).isEqualTo(3);
    }

    @Test
    void aFinalMonthIsCorrectedOnTheScaleThatItHad() {
        story.count(new Standing(closure(FINAL_ON_NPS, 5), Scale.NPS, 10, false, List.of(), false));

        publications.publishDue();

        assertThat(all(FINAL_ON_NPS).scale()).isEqualTo(Scale.NPS.range());
        assertThat(all(FINAL_ON_NPS).counts().responded()).isEqualTo(6);
        assertThat(all(FINAL_ON_NPS).statistics().nps().value()).isEqualTo(100 * 4.0 / 6);
    }

    @Test
    void aReplicaOfTheVersionBeforeFails() throws Exception {
        try (Connection connection = RealServers.database(); Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(
                    "INSERT INTO upgraded.satisfaction_change (survey, month, changed_at) VALUES ('incident', '2026-06', NOW())"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("doesn't exist");
        }
    }

    private static Flyway flyway(String target) {
        return Flyway.configure().dataSource(RealServers.servers().mySql().jdbcUrl(), EmbeddedMySql.USER, null)
                .defaultSchema("upgraded").locations("filesystem:src/main/resources/db/migration").target(target)
                .load();
    }

    private static void answers(Connection connection, YearMonth month, Scale scale, int... scores)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FACT)) {
            for (int i = 0; i < scores.length; i++) {
                statement.setString(1, month.toString());
                statement.setBytes(2, UniqueId.bytes(closure(month, i)));
                statement.setString(3, scale.name());
                statement.setInt(4, scores[i]);
                statement.executeUpdate();
            }
        }
    }

    private static void figure(Connection connection, YearMonth month, Scale scale, boolean settled)
            throws SQLException {
        String data = FIGURE.formatted(month, scale.wireName());
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "INSERT INTO satisfaction_month VALUES ('incident', '" + month + "', " + settled + ")");
            statement.executeUpdate("INSERT INTO satisfaction_figure VALUES ('incident', '" + month
                    + "', 'all', '*', 3, '" + (settled ? "final" : "running") + "', '2026-02-18', '" + data
                    + "', NULL)");
        }
    }

    private static UUID closure(YearMonth month, int number) {
        return new UUID(month.getYear() * 100L + month.getMonthValue(), number);
    }

    private List<Fact> facts(SurveyMonth month) {
        return transactions.inNew(connection -> Story.facts(connection, month, facts));
    }

    private MonthlyFigure all(YearMonth month) {
        return replicas.newest(List.of(month))
                .get(new FigureKey(Story.SURVEY, month, FigureKey.ALL, FigureKey.EVERYTHING));
    }
}
