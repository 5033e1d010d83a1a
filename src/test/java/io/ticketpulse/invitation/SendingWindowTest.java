package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendingWindowTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** 16 October 2026 is a Friday; Berlin leaves summer time (+02:00) on 25 October 2026. */
    @ParameterizedTest
    @CsvSource({
            "2026-10-16T06:00:00Z, 2026-10-16T06:00:00Z",
            "2026-10-16T05:59:59Z, 2026-10-16T06:00:00Z",
            "2026-10-16T15:59:59Z, 2026-10-16T15:59:59Z",
            "2026-10-16T16:00:00Z, 2026-10-19T06:00:00Z",
            "2026-10-17T10:00:00Z, 2026-10-19T06:00:00Z",
            "2026-10-24T10:00:00Z, 2026-10-26T07:00:00Z"
    })
    void aMailWaitsForTheNextOpening(Instant due, Instant expected) {
        assertThat(SendingWindow.of("MON-FRI 08:00-18:00").next(due, BERLIN)).isEqualTo(expected);
    }

    @Test
    void alwaysIsNow() {
        Instant due = Instant.parse("2026-10-17T23:00:00Z");
        assertThat(SendingWindow.of("always").next(due, BERLIN)).isEqualTo(due);
    }

    @Test
    void theEndOfTheDayIsTwentyFour() {
        Instant due = Instant.parse("2026-10-17T21:59:59Z");
        assertThat(SendingWindow.of("SAT-SUN 20:00-24:00").next(due, BERLIN)).isEqualTo(due);
    }

    @Test
    void aWeekMayGoAroundItsEnd() {
        Instant sunday = Instant.parse("2026-10-18T10:00:00Z");
        assertThat(SendingWindow.of("FRI-MON 08:00-18:00").next(sunday, BERLIN)).isEqualTo(sunday);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MON-FRI", "08:00-18:00", "MON-FRI 18:00-08:00", "MON-FRI 8-18", "XXX 08:00-18:00",
            "MON-FRI 25:00-26:00", "MON-FRI 08:00-08:00"})
    void whatIsNoWindowIsSaid(String text) {
        assertThatThrownBy(() -> SendingWindow.of(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MON-FRI 08:00-18:00");
    }
}
