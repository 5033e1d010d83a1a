package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureKeyTest {

    private static final FigureKey KEY = new FigureKey("incident", YearMonth.of(2026, 10), "service", "Mail/IMAP");

    @Test
    void writesItsPartsInOrder() {
        String text = KEY.text();

        assertThat(text).isEqualTo("incident/2026-10/service/Mail/IMAP");
    }

    @Test
    void readsEverythingAfterTheThirdSlashAsTheValue() {
        FigureKey key = FigureKey.parse("incident/2026-10/service/Mail/IMAP");

        assertThat(key).isEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "incident", "incident/2026-10/service", "incident/October/service/Mail",
            "incident/2026-13/service/Mail",
            "café/2026-10/service/Mail", "incident/2026-10/planet/Earth", "incident/2026-10/service/"})
    void refusesWhatIsNoKey(String text) {
        assertThatThrownBy(() -> FigureKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
