package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertTest {

    @ParameterizedTest(name = "{0} then {1}: {2}")
    @CsvSource({",2,RAISED", ",3,NONE", "4,2,RAISED", "2,1,NONE", "1,2,NONE", "2,3,CLEARED", "3,4,NONE", "2,,CLEARED",
            "3,,NONE"})
    void isRaisedAndClearedAsTheScoreThatCountsCrossesTwo(Integer before, Integer after, Alert expected) {
        assertThat(Alert.between(before, after, 2)).isEqualTo(expected);
    }
}
