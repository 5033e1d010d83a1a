package io.ticketpulse.closure.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeskTimeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
            "2019-08-14T11:03:02.179+0800, 2019-08-14T03:03:02.179Z",
            "2013-12-12T05:35Z, 2013-12-12T05:35:00Z",
            "2026-01-01T08:00:00-03:00, 2026-01-01T11:00:00Z",
            "2026-01-01T08:00:00+01, 2026-01-01T07:00:00Z",
            "2022-11-06T10:20:30.123456789Z, 2022-11-06T10:20:30.123456789Z",
            "2022-11-06t10:20:30z, 2022-11-06T10:20:30Z",
            "2026-07-01 12:00:00, 2026-07-01T10:00:00Z",
            "2026-01-01 12:00:00, 2026-01-01T11:00:00Z",
            "2026-01-01 12:00, 2026-01-01T11:00:00Z",
            "2026-01-01 12:00:00 +0000, 2026-01-01T12:00:00Z",
            "2026-01-01T12:00:00.5, 2026-01-01T11:00:00.500Z"})
    void readsWhatDesksWrite(String text, Instant expected) {
        Instant time = DeskTime.parse(text, BERLIN);

        assertThat(time).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "yesterday", "2026-02-30 12:00:00", "2026-01-01", "12:00:00", "01.02.2026 12:00",
            "1565752078358", "0000-00-00 00:00:00"})
    void everythingElseIsNoTime(String text) {
        Instant time = DeskTime.parse(text, BERLIN);

        assertThat(time).isNull();
    }
}
