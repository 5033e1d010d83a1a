package io.ticketpulse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {

    @TempDir
    Path path;

    @Test
    void theSecretOfTheLinksStaysTheSame() throws IOException {
        String first = secret(false);

        assertThat(secret(false)).isEqualTo(first).hasSize(64);
    }

    @Test
    void aFreshStartForgetsEverything() throws IOException {
        String first = secret(false);

        assertThat(secret(true)).isNotEqualTo(first);
    }

    @Test
    void theHistoryEndsWhereItEndedAtTheFirstStart() throws IOException {
        Instant first = Instant.parse("2026-11-17T15:00:00Z");
        try (DemoFolder folder = DemoFolder.take(path, false)) {
            folder.historyEnd(Clock.fixed(first, ZoneOffset.UTC));
        }

        try (DemoFolder folder = DemoFolder.take(path, false)) {
            assertThat(folder.historyEnd(Clock.fixed(first.plusSeconds(9), ZoneOffset.UTC))).isEqualTo(first);
        }
    }

    @Test
    void aDemoThatWasKilledIsNoticed() throws IOException {
        Files.createFile(path.resolve("running"));

        try (DemoFolder folder = DemoFolder.take(path, false)) {
            assertThat(folder.endedBadly()).isTrue();
        }
    }

    private String secret(boolean fresh) throws IOException {
        try (DemoFolder folder = DemoFolder.take(path, fresh)) {
            return folder.tokenSecret();
        }
    }
}
