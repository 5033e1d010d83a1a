package io.ticketpulse.closure.desk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.closure.desk.RequesterDirectory.People;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.StandInDesks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A desk that does not answer as it should: whatever it does, it is a failure for now that says nothing of anybody. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class DeskApiTest {

    /** More than connections to one server are kept. */
    private static final int MANY = 100;

    private final WireMockServer desks = StandInDesks.server();
    private final String id = String.valueOf(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
    private final String path = "/" + id + "/api/v2/users/" + id + ".json";
    private final People people = new ZendeskDirectory()
            .at(new DeskApi(URI.create(StandInDesks.url(id)), null, "secret", null));

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 429, 500, 503})
    void aRefusalIsAFailure(int status) {
        answer(status(status).withBody("{\"error\": \"ada@customer.example\"}"));

        LookUpFailedException failure = failure();

        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure).hasMessage("It answered with status " + status + ".");
        assertThat(failure.retryAfter()).isEmpty();
    }

    @Test
    void whenToTryAgainIsHeard() {
        answer(status(429).withHeader("Retry-After", "93"));

        assertThat(failure().retryAfter()).contains(Duration.ofSeconds(93));
    }

    @Test
    void aDateToTryAgainIsNot() {
        answer(status(429).withHeader("Retry-After", "Fri, 31 Dec 2027 23:59:59 GMT"));

        assertThat(failure().retryAfter()).isEmpty();
    }

    @Test
    void nobodyElseGetsToSeeTheToken() {
        answer(temporaryRedirect(StandInDesks.url(id) + "/elsewhere"));

        assertThat(failure().status()).isEqualTo(302);
        desks.verify(0, getRequestedFor(urlEqualTo("/" + id + "/elsewhere")));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenConnectionIsAFailure(Fault fault) {
        answer(aResponse().withFault(fault));

        assertThat(failure().status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Log in</html>", "[]", "{\"user\": "})
    void anAnswerThatIsNoObjectIsAFailure(String body) {
        answer(okJson(body));

        assertThat(failure()).hasMessage("Its answer is no JSON object.");
    }

    @Test
    void anEndlessAnswerIsAFailure() {
        answer(okJson("{\"user\": {\"email\": \"%s\"}}".formatted("x".repeat(300 * 1024))));

        assertThat(failure()).hasMessage("Its answer is too large.");
    }

    @Test
    void wrongTypesAreNoAddress() {
        answer(okJson("{\"user\": {\"email\": {\"a\": 1}, \"name\": [], \"locale\": {}, \"iana_time_zone\": null}}"));

        PersonEntry entry = people.find(id);

        assertThat(entry).isEqualTo(PersonEntry.NOBODY);
    }

    @Test
    void nobodyListening() {
        People absent = new ZendeskDirectory().at(new DeskApi(URI.create("http://127.0.0.1:1"), null, "secret", null));

        assertThatThrownBy(() -> absent.find(id)).isInstanceOf(LookUpFailedException.class)
                .hasMessage("It did not answer.");
    }

    @Test
    void failuresUseNoConnectionsUp() {
        answer(status(500).withBody("x".repeat(10_000)));
        for (int i = 0; i < MANY; i++) {
            failure();
        }
        answer(okJson(StandInDesks.person("zendesk", "ada@customer.example")));

        PersonEntry entry = people.find(id);

        assertThat(entry.email()).isEqualTo("ada@customer.example");
    }

    @Test
    void tokensAreNotWrittenOut() {
        DeskApi api = new DeskApi(URI.create("http://localhost"), "me", "secret",
                new DeskApi.OAuthClient("me", "hidden"));

        assertThat(api + " " + api.client().orElseThrow()).doesNotContain("secret", "hidden")
                .doesNotContain(Base64.getEncoder().encodeToString("me:secret".getBytes()));
    }

    private void answer(ResponseDefinitionBuilder answer) {
        desks.stubFor(get(urlEqualTo(path)).willReturn(answer));
    }

    private LookUpFailedException failure() {
        return catchThrowableOfType(LookUpFailedException.class, () -> people.find(id));
    }
}
