package io.ticketpulse.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookUpPauseTest {

    @ParameterizedTest
    @CsvSource({"1,2", "2,4", "3,8", "4,16", "5,32", "6,60", "7,60", "1000000,60"})
    void pausesGrowToAMinute(int attempts, long seconds) {
        assertThat(LookUpPause.after(attempts)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
