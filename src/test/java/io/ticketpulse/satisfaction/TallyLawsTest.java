package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.SkipReason;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of adding up any closures whatever. */
class TallyLawsTest {

    @Property
    void whatIsTakenAwayLeavesNoTrace(@ForAll("facts") List<Fact> staying, @ForAll("facts") List<Fact> passing,
            @ForAll Random random) {
        Tally tally = new Tally();
        List<Fact> all = new ArrayList<>(staying);
        all.addAll(passing);
        Collections.shuffle(all, random);
        all.forEach(tally::add);

        passing.forEach(tally::subtract);

        assertThat(tally).isEqualTo(of(staying));
    }

    @Property
    void figuresAreTheSameToTheLastBitInEveryOrder(@ForAll("facts") List<Fact> facts, @ForAll Random random) {
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);

        Statistics statistics = new Cell(Scale.STARS, of(shuffled)).statistics();

        assertThat(statistics).isEqualTo(new Cell(Scale.STARS, of(facts)).statistics());
    }

    @Property
    void isTheSameAfterItWasKept(@ForAll("facts") List<Fact> facts) {
        FigureJson json = new FigureJson(new ObjectMapper());

        Tally kept = json.read(json.write(of(facts)), new TypeReference<>() {
        });

        assertThat(kept).isEqualTo(of(facts));
    }

    @Property
    void answersOnAnotherScaleStayForTheDayItComesBack(@ForAll("facts") List<Fact> facts) {
        Tally tally = of(facts);
        tally.add(Facts.scored(Scale.NPS, 9));

        int responded = new Cell(Scale.NPS, tally).responded();

        assertThat(responded).isEqualTo(1);
        assertThat(new Cell(Scale.STARS, tally).statistics())
                .isEqualTo(new Cell(Scale.STARS, of(facts)).statistics());
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        Arbitrary<Fact> skipped = Arbitraries.of(SkipReason.class).map(Facts::skipped);
        Arbitrary<Fact> invited = Arbitraries.of(InvitationState.class).map(Facts::invited);
        Arbitrary<Fact> scored = Combinators.combine(Arbitraries.integers().between(1, 5),
                Arbitraries.of(1.0, 0.1, 0.3, 1.0 / 3, 0.7), Arbitraries.of(true, false).injectNull(0.3),
                Arbitraries.of("speed", "tone", "\"no\" \\ comma"))
                .as((score, probability, slaMet, driver) -> Facts.scored("acme", score, probability, slaMet, driver));
        return Arbitraries.oneOf(skipped, invited, scored, scored, scored).list().ofMaxSize(40);
    }

    private static Tally of(List<Fact> facts) {
        Tally tally = new Tally();
        facts.forEach(tally::add);
        return tally;
    }
}
