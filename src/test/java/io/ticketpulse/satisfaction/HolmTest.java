package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

class HolmTest {

    /** R 4.2.2: {@code p.adjust(c(0.01, 0.04, 0.03), "holm")}. */
    @Test
    void adjustsAsRDoes() {
        List<Double> adjusted = Holm.adjust(List.of(0.01, 0.04, 0.03));

        assertThat(adjusted).usingElementComparator((one, other) -> Math.abs(one - other) < 1e-15 ? 0 : 1)
                .containsExactly(0.03, 0.06, 0.06);
    }

    @Test
    void aProbabilityIsAtMostOne() {
        List<Double> adjusted = Holm.adjust(List.of(0.7, 0.9));

        assertThat(adjusted).containsExactly(1.0, 1.0);
    }

    @Test
    void oneTestAloneNeedsNoAdjustment() {
        List<Double> adjusted = Holm.adjust(List.of(0.04));

        assertThat(adjusted).singleElement().satisfies(p -> assertThat(p).isCloseTo(0.04, within(1e-15)));
    }
}
