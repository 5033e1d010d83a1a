package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.SkipReason;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.response.ResponsesCounted.Standing;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table "Late truth" of {@code docs/figures.md}: every row is read there and tried, but those that
 * {@link LateTruthOfPeopleTest} tries.
 */
@QuarkusTest
@WithTestResource(RealServers.class)
class LateTruthTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 3);
    private static final SurveyMonth SURVEY_MONTH = new SurveyMonth(Story.SURVEY, MONTH);
    private static final Instant WHILE_RUNNING = Instant.parse("2026-03-20T12:00:00Z");
    private static final Instant FINAL = Instant.parse("2026-04-18T00:00:00Z");
    private static final Pattern CHANGE = Pattern.compile("`(\\w+)` ([+−])(\\d+)");

    @Inject
    Story story;
    @Inject
    Publications publications;
    @Inject
    MonthPublisher publisher;
    @Inject
    MonthSealing sealing;
    @Inject
    Transactions transactions;
    @Inject
    FigureTable figures;
    @Inject
    ObjectMapper mapper;

    private List<UUID> answered;
    private List<UUID> sent;
    private List<UUID> pending;
    private UUID quarantined;
    private UUID reopened;
    private UUID withdrawn;

    @BeforeEach
    void aMonthIsAsAnyOther() throws Exception {
        Story.beginAnew();
        answered = story.answered(MONTH, "acme", 5, 5, 5, 4, 4, 4, 3, 2, 1);
        quarantined = story.answered(MONTH, "acme", 1).get(0);
        withdrawn = story.answered(MONTH, "acme", 1).get(0);
        reopened = answered.get(8);
        story.reopen(List.of(reopened, withdrawn));
        quarantine(quarantined);
        quarantine(withdrawn);
        story.move(InvitationState.WITHDRAWN, List.of(withdrawn));
        sent = story.sampled(MONTH, "acme", 3);
        story.move(InvitationState.SENT, sent);
        pending = story.sampled(MONTH, "acme", 2);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whileAMonthIsRunningCountsFollowAndStatisticsWait(String what, String counts, String statistics) {
        MonthlyFigure before = publishedAt(WHILE_RUNNING);
        happens(what);

        MonthlyFigure after = publishedAt(WHILE_RUNNING);

        assertThat(difference(before, after)).isEqualTo(changes(counts));
        assertThat(after.statistics()).isEqualTo(before.statistics());
        assertThat(after.status()).isEqualTo(MonthStatus.RUNNING);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void onceItIsFinalEverythingIsCorrected(String what, String counts, String statistics) {
        MonthlyFigure before = publishedAt(FINAL);
        happens(what);

        MonthlyFigure after = publishedAt(FINAL);

        boolean moves = statistics.equals("move");
        assertThat(difference(before, after)).isEqualTo(changes(counts));
        assertThat(after.statistics().equals(before.statistics())).isEqualTo(!moves);
        assertThat(after.status()).isEqualTo(
                moves || !changes(counts).isEmpty() ? MonthStatus.CORRECTED : MonthStatus.FINAL);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void onceItIsSealedNothingFollows(String what, String counts, String statistics) {
        MonthlyFigure before = publishedAt(FINAL);
        sealing.seal(SURVEY_MONTH);
        happens(what);

        MonthlyFigure after = publishedAt(FINAL);

        assertThat(after).isEqualTo(before);
    }

    @Test
    void whileAMonthIsRunningAnswersToAnotherScaleThanThatOfNowAreLeftOut() {
        publishedAt(WHILE_RUNNING);

        publisher.publish(SURVEY_MONTH, Scale.THUMBS);

        assertThat(all().counts().responded()).isZero();
        assertThat(all().scale()).isEqualTo(Scale.THUMBS.range());
    }

    @Test
    void onceItIsFinalAMonthKeepsItsScale() {
        publishedAt(FINAL);
        story.count(Story.score(answered.get(0), 1));

        publisher.publish(SURVEY_MONTH, Scale.THUMBS);

        assertThat(all().counts().responded()).isEqualTo(9);
        assertThat(all().scale()).isEqualTo(Scale.STARS.range());
        assertThat(all().status()).isEqualTo(MonthStatus.CORRECTED);
    }

    static Stream<Object[]> rows() {
        return FiguresDocument.lateTruth().filter(row -> !LateTruthOfPeopleTest.ROWS.contains(row.get(0)))
                .map(row -> new Object[]{row.get(0), row.get(1), row.get(2)});
    }

    private void happens(String what) {
        switch (what) {
            case "a closing that comes later than the survey's `max-age`" ->
                story.skipped(MONTH, "acme", 1, SkipReason.TOO_OLD);
            case "a closing that comes late, but not too late" -> story.sampled(MONTH, "acme", 1);
            case "a reopening before the mail was sent" -> {
                story.move(InvitationState.CANCELLED, pending.subList(0, 1));
                story.reopen(pending.subList(0, 1));
            }
            case "a reopening before the answer, in whatever order the events come" -> {
                story.reopen(sent.subList(0, 1));
                story.move(InvitationState.WITHDRAWN, sent.subList(0, 1));
            }
            case "a reopening after the answer" -> story.reopen(answered.subList(0, 1));
            case "an answer" -> {
                story.move(InvitationState.RESPONDED, sent.subList(0, 1));
                story.count(Story.score(sent.get(0), 1));
            }
            case "a correction of an answer" -> story.count(Story.score(answered.get(0), 1));
            case "an answer is quarantined" -> quarantine(answered.get(0));
            case "an answer is released" -> story.count(Story.score(quarantined, 1));
            case "an answer is quarantined whose ticket was reopened since" -> {
                story.move(InvitationState.WITHDRAWN, List.of(reopened));
                quarantine(reopened);
            }
            case "an answer is released whose ticket was reopened since" -> {
                story.move(InvitationState.RESPONDED, List.of(withdrawn));
                story.count(Story.score(withdrawn, 1));
            }
            case "an opt-out before the mail was sent", "an erasure before the mail was sent" ->
                story.move(InvitationState.CANCELLED, pending.subList(0, 1));
            case "the link expires" -> story.move(InvitationState.EXPIRED, sent.subList(0, 1));
            case "a mail comes back" -> story.move(InvitationState.BOUNCED, sent.subList(0, 1));
            default -> throw new AssertionError("No test for: " + what);
        }
    }

    private void quarantine(UUID closure) {
        story.count(new Standing(closure, null, null, false, List.of(), true));
    }

    private static Map<String, Integer> changes(String counts) {
        Map<String, Integer> changes = new TreeMap<>();
        CHANGE.matcher(counts).results().forEach(change -> changes.put(change.group(1),
                Integer.parseInt(change.group(3)) * (change.group(2).equals("+") ? 1 : -1)));
        return changes;
    }

    private Map<String, Integer> difference(MonthlyFigure before, MonthlyFigure after) {
        JsonNode earlier = mapper.valueToTree(before.counts());
        Map<String, Integer> difference = new TreeMap<>();
        mapper.<JsonNode>valueToTree(after.counts()).properties().forEach(count -> {
            int more = count.getValue().asInt() - earlier.get(count.getKey()).asInt();
            if (more != 0) {
                difference.put(count.getKey(), more);
            }
        });
        return difference;
    }

    private MonthlyFigure publishedAt(Instant now) {
        QuarkusMock.installMockForType(Clock.fixed(now, ZoneOffset.UTC), Clock.class);
        publications.publishDue();
        return all();
    }

    private MonthlyFigure all() {
        return transactions.inNew(connection -> figures.around(connection, SURVEY_MONTH))
                .get(new FigureKey(Story.SURVEY, MONTH, FigureKey.ALL, FigureKey.EVERYTHING)).figure();
    }
}
