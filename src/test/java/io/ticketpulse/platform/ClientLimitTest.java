package io.ticketpulse.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.ticketpulse.servers.RealServers;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three requests a minute, behind a proxy that says whose they are. */
@QuarkusTest
@TestProfile(ClientLimitTest.ThreeAMinute.class)
public class ClientLimitTest {

    @Inject
    SignedFields fields;

    private MovableClock clock;
    private String network;

    public static final class ThreeAMinute implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ticketpulse.response.requests-per-minute", "3",
                    "ticketpulse.response.trusted-proxies", "1", "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.scheduler.start-mode", "halted");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(RealServers.class));
        }
    }

    @BeforeEach
    void aClientNobodyHasSeen() {
        clock = MovableClock.installed();
        network = "2001:db8:" + UUID.randomUUID().toString().substring(0, 4) + ":1:";
    }

    @ParameterizedTest
    @ValueSource(strings = {"/s/forged", "/u/forged"})
    void aClientThatAsksTooOftenIsToldWhenToComeBack(String link) {
        use(3, link);

        Response refused = from(":1", "de", link);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("21");
        assertThat(refused.header("Content-Language")).isEqualTo("de");
        assertThat(Jsoup.parse(refused.asString()).select("h1").text()).isEqualTo("Einen Augenblick bitte");
    }

    @Test
    void aNeighbourInTheSameNetworkIsTheSameClient() {
        use(3, "/s/forged");

        assertThat(from(":2", "en", "/u/forged").statusCode()).isEqualTo(429);
    }

    @Test
    void whoMakesUpWhomItAsksForIsTheSameClient() {
        use(3, "/s/forged");

        Response refused = given().header("X-Forwarded-For", "203.0.113.9, " + network + ":1").get("/s/forged");

        assertThat(refused.statusCode()).isEqualTo(429);
    }

    @Test
    void whoMakesItUpInAHeaderOfItsOwnIsTheSameClient() {
        use(3, "/s/forged");

        Response refused = given().header("X-Forwarded-For", "203.0.113.10").header("X-Forwarded-For", network + ":1")
                .get("/s/forged");

        assertThat(refused.statusCode()).isEqualTo(429);
    }

    @Test
    void anotherClientIsNot() {
        use(3, "/s/forged");
        network = "2001:db8:ffff:2:";

        assertThat(from(":1", "en", "/s/forged").statusCode()).isEqualTo(404);
    }

    @Test
    void itIsHeardAgainAfterAWhile() {
        use(4, "/s/forged");

        clock.passSeconds(20);

        assertThat(from(":1", "en", "/s/forged").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodysOptOutIsRefused() {
        String link = "/u/" + fields.write("opt-out-link/1", new byte[32]);
        use(4, link);

        Response done = given().header("X-Forwarded-For", network + ":1").formParam("List-Unsubscribe", "One-Click")
                .post(link);

        assertThat(done.statusCode()).isEqualTo(200);
    }

    @Test
    void aForgedOptOutIsRefused() {
        use(4, "/s/forged");

        Response refused = given().header("X-Forwarded-For", network + ":1").formParam("List-Unsubscribe", "One-Click")
                .post("/u/forged");

        assertThat(refused.statusCode()).isEqualTo(429);
    }

    @Test
    void theApiIsNotLimited() {
        use(4, "/s/forged");

        assertThat(given().header("X-Forwarded-For", network + ":1").get("/api/v1/responses").statusCode())
                .isEqualTo(401);
    }

    private void use(int requests, String link) {
        IntStream.range(0, requests).forEach(i -> from(":1", "en", link));
    }

    private Response from(String host, String language, String link) {
        return given().header("X-Forwarded-For", network + host).header("Accept-Language", language).get(link);
    }
}
