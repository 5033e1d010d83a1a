package io.ticketpulse.satisfaction;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.SamplingDecision.Sampled;
import io.ticketpulse.invitation.SkipReason;
import io.ticketpulse.response.ResponsesCounted;

/** Tells of closures, answers and what becomes of them, in any order, by chance. */
final class RandomStory {

    private static final List<SkipReason> REASONS = List.of(SkipReason.TOO_OLD, SkipReason.COOL_DOWN,
            SkipReason.NOT_DRAWN);
    private static final List<Double> PROBABILITIES = List.of(1.0, 0.3, 0.1);

    private final Story story;
    private final List<YearMonth> months;
    private final Random random;
    private final List<UUID> asked = new ArrayList<>();

    RandomStory(Story story, List<YearMonth> months, Random random) {
        this.story = story;
        this.months = months;
        this.random = random;
    }

    /** One more thing happens. */
    void goOn() {
        switch (random.nextInt(asked.isEmpty() ? 2 : 7)) {
            case 0 -> story.skipped(any(months), desk(), 1 + random.nextInt(3), any(REASONS));
            case 1, 2 -> answered();
            case 3 -> story.move(any(List.of(InvitationState.values())), someone());
            case 4 -> story.reopen(someone());
            case 5 -> story.count(someone().stream().map(closure -> Story.score(closure, score()))
                    .toArray(ResponsesCounted.Standing[]::new));
            default -> story.count(new ResponsesCounted.Standing(any(asked), null, null, false, List.of(), true));
        }
    }

    private void answered() {
        List<UUID> closures = story.decide(any(months), desk(), 1 + random.nextInt(7),
                new Sampled(any(PROBABILITIES)));
        asked.addAll(closures);
        story.count(closures.stream().map(closure -> Story.score(closure, score()))
                .toArray(ResponsesCounted.Standing[]::new));
    }

    private List<UUID> someone() {
        return Stream.generate(() -> any(asked)).limit(1 + random.nextInt(4)).distinct().toList();
    }

    private String desk() {
        return any(List.of("acme", "globex"));
    }

    private int score() {
        return 1 + random.nextInt(5);
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
