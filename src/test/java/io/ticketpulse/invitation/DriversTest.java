package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The order in which people see the reasons. */
class DriversTest {

    @Property(tries = 200)
    void everybodySeesEachOnceAndTheSameAgain(@ForAll long most, @ForAll long least) {
        UUID invitation = new UUID(most, least);

        List<String> shown = Drivers.RATER.shownTo(invitation);

        assertThat(shown).containsExactlyInAnyOrderElementsOf(Drivers.RATER.names())
                .isEqualTo(Drivers.RATER.shownTo(invitation));
    }

    /** Chi-squared with 23 degrees of freedom; 49.7 is passed by chance once in a thousand (NIST handbook, 1.3.6.7.4). */
    @Test
    void everyOrderIsAsLikelyAsAnyOther() {
        Drivers drivers = new Drivers(List.of("a", "b", "c", "d"), Map.of());
        Random random = new Random(42);
        int people = 24_000;

        Map<List<String>, Long> orders = IntStream.range(0, people)
                .mapToObj(i -> drivers.shownTo(new UUID(random.nextLong(), random.nextLong())))
                .collect(Collectors.groupingBy(order -> order, Collectors.counting()));

        double expected = people / 24.0;
        assertThat(orders).hasSize(24);
        assertThat(orders.values().stream().mapToDouble(n -> (n - expected) * (n - expected) / expected).sum())
                .isLessThan(49.7);
    }
}
