package io.ticketpulse.response;

import static io.restassured.RestAssured.given;
import static io.ticketpulse.servers.RealServers.READER_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.ticketpulse.platform.InEveryLanguage;
import io.ticketpulse.platform.Spoken;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.servers.RealServers;

/** The page on which staff look at what customers get. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PreviewResourceTest {

    private static final String PAGE = "/reports/preview";

    @Inject
    Previews previews;

    @Inject
    Transactions transactions;

    @InEveryLanguage
    void everyStateIsShown(String language) {
        assertThat(previews.states()).allSatisfy(state -> {
            Response shown = reader().queryParam("language", language).get(PAGE + "/" + state.name());

            assertThat(shown.statusCode()).isEqualTo(200);
            assertThat(shown.header("Content-Language")).isEqualTo(language);
            Spoken.in(language, shown.asString());
        });
    }

    private static RequestSpecification reader() {
        return given().auth().preemptive().basic("reader", READER_PASSWORD);
    }
}
