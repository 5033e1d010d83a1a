package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.response.ResponsesCounted.Standing;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a ruling does: to what counts, to the link, and to those who read the events. */
@QuarkusTest
@WithTestResource(RealServers.class)
class RulingsTest {

    @Inject
    Invitees invitees;

    @Inject
    CountedResponses counted;

    @Inject
    Settling settling;

    private MovableClock clock;
    private Invitee invitee;
    private RuledOn ruled;

    @BeforeEach
    void somebodyIsInvited() throws Exception {
        invitee = invitees.next();
        clock = MovableClock.installed();
        ruled = new RuledOn(invitee, clock, settling);
    }

    @Test
    void aQuarantinedResponseCountsNoMore() throws Exception {
        ruled.answerAndSettle(2);

        Response done = RuledOn.rule("quarantine", ruled.id(0));

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.jsonPath().getString("standing")).isEqualTo("QUARANTINED");
        assertThat(Invitees.responses(invitee)).containsExactly("1: 2 QUARANTINED");
        assertThat(Invitees.state(invitee)).isEqualTo("SENT");
        assertThat(counted.of(invitee)).last()
                .isEqualTo(new Standing(invitee.closure(), null, null, false, List.of(), true));
    }

    @Test
    void theEventSaysThatItDoesNotCountAnyMore() {
        ruled.answerAndSettle(2);

        RuledOn.rule("quarantine", ruled.id(0));

        JsonNode event = eventsAbout(2).get(1);
        assertThat(event.path("counted").asBoolean()).isFalse();
        assertThat(event.path("revision").asInt()).isEqualTo(1);
        assertThat(event.path("score").asInt()).isEqualTo(2);
        assertThat(event.path("previousScore").asInt()).isEqualTo(2);
        assertThat(event.path("alert").asText()).isEqualTo("cleared");
    }

    @Test
    void whatAQuarantinedCorrectionCorrectedCountsAgain() throws Exception {
        ruled.answerAndSettle(4);
        ruled.answerAndSettle(1);

        RuledOn.rule("quarantine", ruled.id(1));

        assertThat(Invitees.responses(invitee)).containsExactly("1: 4 ACCEPTED", "2: 1 QUARANTINED");
        assertThat(Invitees.state(invitee)).isEqualTo("RESPONDED");
        assertThat(counted.of(invitee)).last()
                .isEqualTo(new Standing(invitee.closure(), Scale.STARS, 4, false, List.of(), true));
        assertThat(eventsAbout(4)).extracting(event -> event.path("revision") + " " + event.path("counted"))
                .containsExactly("1 true", "2 true", "2 false", "1 true");
    }

    @Test
    void aReleasedResponseCounts() throws Exception {
        ruled.burst();

        Response done = RuledOn.rule("release", ruled.id(0));

        assertThat(done.jsonPath().getString("standing")).isEqualTo("ACCEPTED");
        assertThat(Invitees.responses(invitee)).containsExactly("1: 1 ACCEPTED", "2: 5 QUARANTINED");
        assertThat(Invitees.state(invitee)).isEqualTo("RESPONDED");
        assertThat(counted.of(invitee)).last()
                .isEqualTo(new Standing(invitee.closure(), Scale.STARS, 1, false, List.of(), true));
        JsonNode event = eventsAbout(1).get(0);
        assertThat(event.path("counted").asBoolean()).isTrue();
        assertThat(event.path("alert").asText()).isEqualTo("raised");
    }

    @Test
    void aReleasedResponseGivesWayToALaterOne() throws Exception {
        ruled.burst();
        clock.passSeconds(20);
        ruled.answerAndSettle(4);

        Response done = RuledOn.rule("release", ruled.id(0));

        assertThat(done.jsonPath().getString("standing")).isEqualTo("SUPERSEDED");
        assertThat(Invitees.responses(invitee)).containsExactly("1: 1 SUPERSEDED", "2: 5 QUARANTINED",
                "3: 4 ACCEPTED");
        assertThat(eventsAbout(1)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXPIRED", "WITHDRAWN"})
    void aReleasedResponseHadComeInTime(String state) throws Exception {
        ruled.burst();
        Invitees.put(invitee, state);

        RuledOn.rule("release", ruled.id(0));

        assertThat(Invitees.state(invitee)).isEqualTo("RESPONDED");
        assertThat(Invitees.column("asked_at", invitee)).isEqualTo(Invitees.column("sent_at", invitee));
    }

    private List<JsonNode> eventsAbout(int atLeast) {
        try (Topic topic = new Topic()) {
            return await().atMost(Duration.ofSeconds(20)).pollInSameThread().until(() -> topic.about(invitee),
                    events -> events.size() >= atLeast);
        }
    }
}
