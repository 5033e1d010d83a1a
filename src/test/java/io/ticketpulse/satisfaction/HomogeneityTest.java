package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;

import io.ticketpulse.satisfaction.Homogeneity.Group;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HomogeneityTest {

    /** R 4.2.2: {@code chisq.test(cbind(c(60, 45, 30), c(40, 55, 70)), correct = FALSE)}; V by its formula. */
    @Test
    void threeGroupsAreTestedAsRDoes() {
        Homogeneity test = Homogeneity.of(List.of(new Group("a", 100, 60), new Group("b", 100, 45),
                new Group("c", 100, 30)));

        assertThat(test.chiSquare()).isCloseTo(18.181818181818180, within(1e-12));
        assertThat(test.degreesOfFreedom()).isEqualTo(2);
        assertThat(test.p()).isCloseTo(1.1268558050780087e-04, within(1e-15));
        assertThat(test.cramersV()).isCloseTo(0.24618298195866545, within(1e-15));
        assertThat(test.lowest()).isEqualTo(new Group("c", 100, 30));
        assertThat(test.highest()).isEqualTo(new Group("a", 100, 60));
    }

    /** R 4.2.2: {@code chisq.test(cbind(c(12, 5), c(8, 25)), correct = FALSE)}. */
    @Test
    void twoGroupsAreTestedWithoutContinuityCorrection() {
        Homogeneity test = Homogeneity.of(List.of(new Group("a", 20, 12), new Group("b", 30, 5)));

        assertThat(test.chiSquare()).isCloseTo(10.0415923945335699, within(1e-12));
        assertThat(test.p()).isCloseTo(0.0015304484697925415, within(1e-15));
    }

    /** Two of six expectations are below five, 1.4 and 2.6: more than a fifth. */
    @Test
    void theSmallestGroupsArePooledUntilTheApproximationIsGood() {
        Homogeneity test = Homogeneity.of(List.of(new Group("a", 100, 30), new Group("b", 100, 40),
                new Group("c", 4, 2)));

        assertThat(test.degreesOfFreedom()).isEqualTo(1);
        assertThat(test.lowest()).isEqualTo(new Group(Homogeneity.OTHERS, 104, 32));
    }

    @Test
    void aFifthOfTheExpectationsMayBeBelowFive() {
        Homogeneity test = Homogeneity.of(List.of(new Group("a", 50, 25), new Group("b", 50, 30),
                new Group("c", 50, 20), new Group("d", 50, 25), new Group("e", 9, 4)));

        assertThat(test.degreesOfFreedom()).isEqualTo(4);
    }

    @Test
    void groupsOfWhomNobodyWasAskedDoNotCount() {
        Homogeneity test = Homogeneity.of(List.of(new Group("a", 20, 12), new Group("b", 30, 5),
                new Group("c", 0, 0)));

        assertThat(test.degreesOfFreedom()).isEqualTo(1);
    }

    @Test
    void oneGroupAloneCannotBeTested() {
        Homogeneity test = Homogeneity.of(List.of(new Group("a", 20, 12)));

        assertThat(test).isNull();
    }

    @Test
    void whereEverybodyAnsweredThereIsNothingToTest() {
        Homogeneity test = Homogeneity.of(List.of(new Group("a", 20, 20), new Group("b", 30, 30)));

        assertThat(test).isNull();
    }

    @Property
    void theOrderOfTheGroupsDoesNotMatter(
            @ForAll @Size(min = 2, max = 8) List<@IntRange(max = 60) Integer> responded) {
        List<Group> groups = IntStream.range(0, responded.size())
                .mapToObj(i -> new Group("group " + i, responded.get(i) + 5 * i, responded.get(i))).toList();
        List<Group> backwards = groups.stream().sorted((one, other) -> other.name().compareTo(one.name())).toList();

        Homogeneity test = Homogeneity.of(backwards);

        assertThat(test).isEqualTo(Homogeneity.of(groups));
    }
}
