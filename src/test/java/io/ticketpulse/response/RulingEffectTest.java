package io.ticketpulse.response;

import static io.ticketpulse.response.ResponseStanding.ACCEPTED;
import static io.ticketpulse.response.ResponseStanding.QUARANTINED;
import static io.ticketpulse.response.ResponseStanding.SUPERSEDED;
import static io.ticketpulse.response.Told.START;
import static io.ticketpulse.response.Told.revision;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What counts after a ruling: the newest that has settled and is not in quarantine. */
class RulingEffectTest {

    @Test
    void aReleasedResponseCounts() {
        List<GivenResponse> history = List.of(settled(1, QUARANTINED), settled(2, QUARANTINED));

        assertThat(standings(Ruling.Kind.RELEASE, 0, history)).containsExactly(ACCEPTED, QUARANTINED);
    }

    @Test
    void aReleasedResponseGivesWayToALaterOne() {
        List<GivenResponse> history = List.of(settled(1, QUARANTINED), settled(2, ACCEPTED));

        assertThat(standings(Ruling.Kind.RELEASE, 0, history)).containsExactly(SUPERSEDED, ACCEPTED);
    }

    @Test
    void aReleasedCorrectionTakesThePlaceOfWhatItCorrects() {
        List<GivenResponse> history = List.of(settled(1, ACCEPTED), settled(2, QUARANTINED));

        assertThat(standings(Ruling.Kind.RELEASE, 1, history)).containsExactly(SUPERSEDED, ACCEPTED);
    }

    @Test
    void whatAQuarantinedCorrectionCorrectedCountsAgain() {
        List<GivenResponse> history = List.of(settled(1, SUPERSEDED), settled(2, ACCEPTED));

        assertThat(standings(Ruling.Kind.QUARANTINE, 1, history)).containsExactly(ACCEPTED, QUARANTINED);
    }

    @Test
    void aCorrectionThatWaitsGoesOnWaiting() {
        List<GivenResponse> history = List.of(settled(1, QUARANTINED), revision(2, 5, ACCEPTED, 2, true));

        RulingEffect effect = effect(Ruling.Kind.RELEASE, 0, history);

        assertThat(effect.counting()).map(GivenResponse::revision).hasValue(1);
        assertThat(effect.history().get(1).waits()).isTrue();
    }

    @Test
    void whatWaitsToCountInAnEarlierPlaceNeverDoes() {
        List<GivenResponse> history = List.of(revision(1, 4, ACCEPTED, 1, true), settled(2, QUARANTINED));

        assertThat(standings(Ruling.Kind.RELEASE, 1, history)).containsExactly(SUPERSEDED, ACCEPTED);
    }

    @Property
    void atMostOneCountsAndItIsTheNewest(@ForAll @Size(min = 1, max = 6) List<Boolean> quarantined,
            @ForAll @IntRange(max = 5) int ruled, @ForAll Ruling.Kind kind) {
        List<GivenResponse> history = IntStream.range(0, quarantined.size())
                .mapToObj(i -> settled(i + 1, quarantined.get(i) ? QUARANTINED : SUPERSEDED)).toList();

        RulingEffect effect = effect(kind, ruled % history.size(), history);

        List<GivenResponse> free = effect.history().stream().filter(given -> !given.quarantined()).toList();
        assertThat(effect.history()).filteredOn(GivenResponse::counts).hasSize(free.isEmpty() ? 0 : 1);
        assertThat(effect.counting().map(GivenResponse::revision).orElse(0))
                .isEqualTo(free.stream().mapToInt(GivenResponse::revision).max().orElse(0));
    }

    private static GivenResponse settled(int revision, ResponseStanding standing) {
        return revision(revision, 4, standing, revision, false);
    }

    private static RulingEffect effect(Ruling.Kind kind, int ruled, List<GivenResponse> history) {
        return RulingEffect.of(new Ruling(kind, "because", "ada", START), history.get(ruled), history);
    }

    private static List<ResponseStanding> standings(Ruling.Kind kind, int ruled, List<GivenResponse> history) {
        return effect(kind, ruled, history).history().stream().map(GivenResponse::standing).toList();
    }
}
