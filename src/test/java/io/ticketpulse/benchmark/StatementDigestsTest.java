package io.ticketpulse.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.ticketpulse.benchmark.StatementDigests.Use;
import org.junit.jupiter.api.Test;

class StatementDigestsTest {

    private static final Use EVERY_BATCH = new Use(400, 200_000, 1);
    private static final Use EVERY_SECOND = new Use(20, 20, 1);

    private final StatementDigests bare = new StatementDigests(Map.of("INSERT INTO `a` VALUES (...)", EVERY_BATCH));

    @Test
    void theSameStatementsAreNoDifference() {
        StatementDigests service = with("COMMIT", EVERY_BATCH);

        List<String> differences = StatementDigests.differences(bare, service);

        assertThat(differences).isEmpty();
    }

    @Test
    void jobsComeByTheClockAndAreNoDifference() {
        StatementDigests service = with("UPDATE `lease` SET `holder` = ?", EVERY_SECOND);

        List<String> differences = StatementDigests.differences(bare, service);

        assertThat(differences).isEmpty();
    }

    @Test
    void aStatementThatOnlyTheServiceSendsWithEveryBatchIsNamed() {
        StatementDigests service = with("SELECT ? FROM `b`", EVERY_BATCH);

        List<String> differences = StatementDigests.differences(bare, service);

        assertThat(differences).containsExactly("only the service sent: SELECT ? FROM `b`");
    }

    @Test
    void aStatementThatTheServiceNoLongerSendsIsNamed() {
        StatementDigests service = new StatementDigests(Map.of());

        List<String> differences = StatementDigests.differences(bare, service);

        assertThat(differences).containsExactly("only the plain program sent: INSERT INTO `a` VALUES (...)");
    }

    private StatementDigests with(String text, Use use) {
        Map<String, Use> byText = new TreeMap<>(bare.byText());
        byText.put(text, use);
        return new StatementDigests(byText);
    }
}
