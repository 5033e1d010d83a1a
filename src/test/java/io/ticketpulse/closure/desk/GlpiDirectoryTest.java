package io.ticketpulse.closure.desk;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.closure.desk.RequesterDirectory.People;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.StandInDesks;
import org.junit.jupiter.api.Test;

/** GLPI is asked with an access token, for which somebody has to log in first. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class GlpiDirectoryTest {

    private static final String ADDRESS = "ada@customer.example";
    private static final int THREADS = 8;

    private final WireMockServer desks = StandInDesks.server();
    private final String desk = UUID.randomUUID().toString();
    private final MovableClock clock = new MovableClock();

    @Test
    void glpiGivesAnAccessTokenFirst() {
        desks.stubFor(post(urlEqualTo("/" + desk + "/api.php/token"))
                .withRequestBody(containing("grant_type=password")).withRequestBody(containing("client_id=client"))
                .withRequestBody(containing("client_secret=hidden")).withRequestBody(containing("username=ticketpulse"))
                .withRequestBody(containing("password=secret")).withRequestBody(containing("scope=api"))
                .willReturn(okJson(StandInDesks.person("glpi-token", ADDRESS))));
        desks.stubFor(get(urlEqualTo("/" + desk + "/api.php/v2.0/Administration/User/7"))
                .withHeader("Authorization", equalTo("Bearer ACCESS"))
                .willReturn(okJson(StandInDesks.person("glpi", ADDRESS))));

        PersonEntry entry = new GlpiDirectory(clock).at(glpi()).find("7");

        assertThat(entry).isEqualTo(new PersonEntry(ADDRESS, "Ada Example", null, null));
    }

    @Test
    void anAccessTokenIsReplacedWhenItHasExpired() {
        String token = StandInDesks.person("glpi-token", ADDRESS);
        desks.stubFor(post(urlEqualTo("/" + desk + "/api.php/token")).inScenario(desk)
                .willReturn(okJson(token)).willSetStateTo("second"));
        desks.stubFor(post(urlEqualTo("/" + desk + "/api.php/token")).inScenario(desk).whenScenarioStateIs("second")
                .willReturn(okJson(token.replace("ACCESS", "NEXT"))));
        desks.stubFor(get(urlEqualTo("/" + desk + "/api.php/v2.0/Administration/User/7")).willReturn(status(400)));
        desks.stubFor(get(urlEqualTo("/" + desk + "/api.php/v2.0/Administration/User/7"))
                .withHeader("Authorization", equalTo("Bearer NEXT"))
                .willReturn(okJson(StandInDesks.person("glpi", ADDRESS))));

        PersonEntry entry = new GlpiDirectory(clock).at(glpi()).find("7");

        assertThat(entry.email()).isEqualTo(ADDRESS);
        desks.verify(2, postRequestedFor(urlEqualTo("/" + desk + "/api.php/token")));
    }

    @Test
    void glpiWantsAllOrNothingOfAClient() {
        DeskApi incomplete = new DeskApi(URI.create(StandInDesks.url(desk)), null, "secret",
                new DeskApi.OAuthClient("client", "hidden"));

        assertThatThrownBy(() -> new GlpiDirectory(clock).at(incomplete)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("client-id").hasMessageNotContaining("hidden");
    }

    @Test
    void aFailedLogInIsRemembered() {
        desks.stubFor(logIn().willReturn(status(401)));
        People people = new GlpiDirectory(clock).at(glpi());
        catchThrowable(() -> people.find("7"));
        clock.pass(Duration.ofSeconds(59));

        Throwable failure = catchThrowable(() -> people.find("8"));

        assertThat(failure).isInstanceOf(LookUpFailedException.class).hasMessage("It answered with status 401.");
        assertThat(logIns()).isEqualTo(1);
    }

    @Test
    void afterAMinuteThereIsAnotherLogIn() {
        desks.stubFor(logIn().willReturn(status(401)));
        People people = new GlpiDirectory(clock).at(glpi());
        catchThrowable(() -> people.find("7"));
        desks.stubFor(logIn().willReturn(okJson(StandInDesks.person("glpi-token", ADDRESS))));
        desks.stubFor(get(urlEqualTo("/" + desk + "/api.php/v2.0/Administration/User/7"))
                .willReturn(okJson(StandInDesks.person("glpi", ADDRESS))));
        clock.pass(Duration.ofMinutes(1));

        PersonEntry entry = people.find("7");

        assertThat(entry.email()).isEqualTo(ADDRESS);
    }

    @Test
    void whoeverAsksAtOnceFailsTogether() {
        desks.stubFor(logIn().willReturn(status(503).withFixedDelay(500)));

        List<Throwable> failures = atOnce(new GlpiDirectory(clock).at(glpi()));

        assertThat(failures).hasSize(THREADS).allSatisfy(
                failure -> assertThat(failure).hasMessage("It answered with status 503."));
        assertThat(logIns()).isEqualTo(1);
    }

    @Test
    void nobodyWaitsLongForTheLogInOfAnother() {
        desks.stubFor(logIn().willReturn(status(503).withFixedDelay(4_500)));

        List<Throwable> failures = atOnce(new GlpiDirectory(clock).at(glpi()));

        assertThat(failures).filteredOn(failure -> failure.getMessage().equals("Another log-in takes too long."))
                .hasSize(THREADS - 1);
    }

    private static List<Throwable> atOnce(People people) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            return Stream
                    .generate(
                            () -> CompletableFuture.supplyAsync(() -> catchThrowable(() -> people.find("7")), threads))
                    .limit(THREADS).toList().stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    private MappingBuilder logIn() {
        return post(urlEqualTo("/" + desk + "/api.php/token"));
    }

    private int logIns() {
        return desks.findAll(postRequestedFor(urlEqualTo("/" + desk + "/api.php/token"))).size();
    }

    private DeskApi glpi() {
        return new DeskApi(URI.create(StandInDesks.url(desk)), "ticketpulse", "secret",
                new DeskApi.OAuthClient("client", "hidden"));
    }
}
