package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.platform.ReportingZone;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statements of {@code docs/figures.md}, as they stand there, with the figures of {@link ReferenceFacts}. */
@QuarkusTest
@WithTestResource(RealServers.class)
class FiguresInSqlTest {

    private static final List<String> SQL = FiguresDocument.sql();
    private static final String CREATE = SQL.get(0);
    private static final String INSERT = SQL.get(1);

    @Inject
    FigureJson json;

    private Connection connection;

    @BeforeEach
    void readTheTopic() throws SQLException {
        connection = RealServers.database();
        execute("DROP DATABASE IF EXISTS consumer");
        execute("CREATE DATABASE consumer");
        execute("USE consumer");
        execute(CREATE);
        Map<FigureKey, StoredFigure> stored = new HashMap<>();
        for (YearMonth month : List.of(YearMonth.of(2025, 10), YearMonth.of(2026, 9), YearMonth.of(2026, 10))) {
            List<StoredFigure> revised = new Revisions(new SurveyMonth("stars", month),
                    new ReportingZone(ZoneOffset.UTC), true, false, 5, Instant.EPOCH)
                    .next(ReferenceFacts.cells(Scale.STARS, month), stored);
            for (StoredFigure figure : revised) {
                stored.put(figure.figure().key(), figure);
                insert(figure.figure());
            }
        }
    }

    @AfterEach
    void forget() throws SQLException {
        execute("DROP DATABASE consumer");
        connection.close();
    }

    @Test
    void everyFigureIsThereOnce() throws SQLException {
        List<String> rows = select("SELECT COUNT(*), COUNT(DISTINCT month), COUNT(csat) < COUNT(*) FROM satisfaction");

        assertThat(rows).singleElement().asString().matches("[1-9][0-9]+ 3 1");
    }

    @Test
    void anOlderRevisionChangesNothing() throws SQLException {
        MonthlyFigure figure = all().as(3, MonthStatus.CORRECTED, Instant.EPOCH);
        insert(figure);

        insert(figure.as(2, MonthStatus.FINAL, Instant.EPOCH));

        assertThat(select("SELECT revision, status FROM satisfaction WHERE month = '2026-10' AND dimension = 'all'"))
                .containsExactly("3 corrected");
    }

    @Test
    void findsWhatChangedSinceLastMonth() throws SQLException {
        List<String> rows = select(SQL.get(2));

        assertThat(rows).isEqualTo(changed("assignmentGroup"));
    }

    @Test
    void putsTheYearBeforeBeside() throws SQLException {
        List<String> rows = select(SQL.get(3));

        assertThat(rows).isNotEmpty().first().asString().startsWith("* ");
    }

    /** As R says in {@code expected.csv}. */
    @Test
    void findsWhatNeedsHelpMost() throws SQLException {
        List<String> rows = select(SQL.get(4));

        assertThat(rows).singleElement().asString().startsWith("assignmentGroup Remote Access 0.");
    }

    @Test
    void findsWatermelons() throws SQLException {
        List<String> rows = select(SQL.get(5));

        assertThat(rows).isNotEmpty();
    }

    /** As R says in {@code expected.csv}. */
    @Test
    void findsMonthsWhoseAnswersAreLopsided() throws SQLException {
        List<String> rows = select(SQL.get(6));

        assertThat(rows).extracting(row -> row.substring(0, 12)).containsExactly("2026-09 true", "2026-10 true");
    }

    private static List<String> changed(String dimension) {
        return ReferenceFacts.lines("expected.csv").stream()
                .filter(line -> line.get("scale").equals("STARS") && line.get("month").equals("2026-10")
                        && line.get("dimension").equals(dimension) && line.get("expected").equals("true")
                        && line.get("figure").equals("change.previousMonth.significant"))
                .map(line -> line.get("value")).toList();
    }

    private static MonthlyFigure all() {
        return new Revisions(new SurveyMonth("stars", YearMonth.of(2026, 10)), new ReportingZone(ZoneOffset.UTC), true,
                false, 5, Instant.EPOCH).next(ReferenceFacts.cells(Scale.STARS, YearMonth.of(2026, 10)), Map.of())
                .get(0).figure();
    }

    private void insert(MonthlyFigure figure) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, json.write(figure));
            statement.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> select(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    cells.add(found.getString(i));
                }
                rows.add(String.join(" ", cells));
            }
        }
        return rows;
    }
}
