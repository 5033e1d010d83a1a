package io.ticketpulse.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exchanges with a server that answers what it is told to: does the validation bite? */
class OpenApiValidationTest {

    private static final Map<String, String> PAGE = Map.of("Content-Type", "text/html;charset=UTF-8",
            "Content-Security-Policy", "default-src 'none'", "Referrer-Policy", "no-referrer", "Cache-Control",
            "no-store", "Content-Language", "en");

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aDescribedAnswerPasses() {
        answer(200, Map.of("Content-Type", "application/json"), figures(figure -> {
        }));

        assertThat(exchange().get("/api/v1/satisfaction?survey=incident&from=2026-10&limit=500").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFieldTooManyIsRefused() {
        answer(200, Map.of("Content-Type", "application/json"), figures(figure -> figure.put("surprise", 1)));

        assertRefused(() -> exchange().get("/api/v1/satisfaction"), "surprise");
    }

    @Test
    void aMissingFieldIsRefused() {
        answer(200, Map.of("Content-Type", "application/json"), figures(figure -> figure.remove("coverage")));

        assertRefused(() -> exchange().get("/api/v1/satisfaction"), "coverage");
    }

    @Test
    void aWrongTypeIsRefused() {
        answer(200, Map.of("Content-Type", "application/json"), figures(figure -> figure.put("mean", "high")));

        assertRefused(() -> exchange().get("/api/v1/satisfaction"), "mean");
    }

    @Test
    void aNullThatIsNotAllowedIsRefused() {
        answer(200, Map.of("Content-Type", "application/json"), figures(figure -> figure.putNull("counts")));

        assertRefused(() -> exchange().get("/api/v1/satisfaction"), "counts");
    }

    @Test
    void aFieldTooManyDeepInsideIsRefused() {
        answer(200, Map.of("Content-Type", "application/json"),
                figures(figure -> figure.withObject("/csat").put("surprise", 1)));

        assertRefused(() -> exchange().get("/api/v1/satisfaction"), "surprise");
    }

    @Test
    void aNumberOutOfRangeIsRefused() {
        answer(200, Map.of("Content-Type", "application/json"),
                figures(figure -> figure.withObject("/csat").put("high", 1.01)));

        assertRefused(() -> exchange().get("/api/v1/satisfaction"), "high");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-01T00:00:00+02:00", "2026-10-01", "yesterday"})
    void aTimeStampThatIsNotUtcIsRefused(String time) {
        answer(200, Map.of("Content-Type", "application/json"), figures(figure -> figure.put("computedAt", time)));

        assertRefused(() -> exchange().get("/api/v1/satisfaction"), "computedAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-01T00:00:00Z", "2026-10-01T00:00:00.5Z", "2026-10-01T00:00:00.123456Z",
            "2026-10-01T00:00:00.123456789Z"})
    void everyPrecisionOfATimeStampPasses(String time) {
        answer(200, Map.of("Content-Type", "application/json"), figures(figure -> figure.put("computedAt", time)));

        assertThat(exchange().get("/api/v1/satisfaction").statusCode()).isEqualTo(200);
    }

    @Test
    void anUndescribedStatusIsRefused() {
        answer(500, Map.of("Content-Type", "application/problem+json"), "{\"status\":500,\"title\":\"Oh\"}");

        assertRefused(() -> exchange().get("/api/v1/satisfaction"), "500");
    }

    @Test
    void anUndescribedMediaTypeIsRefused() {
        answer(200, Map.of("Content-Type", "text/plain"), "five");

        assertRefused(() -> exchange().get("/api/v1/satisfaction"), "text/plain");
    }

    @Test
    void anErrorWithoutProblemDetailsIsRefused() {
        answer(401, Map.of(), "");

        assertRefused(() -> exchange().get("/api/v1/satisfaction"), "401");
    }

    @Test
    void anUndescribedPathThatAnswersIsRefused() {
        answer(200, PAGE, "<p>here I am</p>");

        assertRefused(() -> exchange().get("/reports"), "/reports");
    }

    @Test
    void anUndescribedPathThatDoesNotExistPasses() {
        answer(404, Map.of(), "");

        assertThat(exchange().get("/reports").statusCode()).isEqualTo(404);
    }

    @Test
    void aForbiddenRequestThatIsAcceptedIsRefused() {
        answer(200, Map.of("Content-Type", "application/json"), "{\"items\":[],\"next\":null}");

        assertRefused(() -> exchange().queryParam("limit", 501).get("/api/v1/responses"), "501");
    }

    @Test
    void aForbiddenQueryInTheAddressThatIsAcceptedIsRefused() {
        answer(200, Map.of("Content-Type", "application/json"), "{\"items\":[],\"next\":null}");

        assertRefused(() -> exchange().get("/api/v1/responses?month=2026-13"), "2026-13");
    }

    @Test
    void anIncompleteFormThatIsAcceptedIsRefused() {
        answer(200, PAGE, "<p>Thank you</p>");

        assertRefused(() -> form().formParam("nonce", "n").post("/s/some-token"), "score");
    }

    @Test
    void aForbiddenRequestThatIsTurnedDownPasses() {
        answer(400, Map.of("Content-Type", "application/problem+json"), """
                {"status":400,"title":"Bad Request","instance":"/api/v1/responses",
                 "violations":[{"field":"limit","in":"query","message":"must be less than or equal to 500"}]}""");

        assertThat(exchange().queryParam("limit", 501).get("/api/v1/responses").statusCode()).isEqualTo(400);
    }

    @Test
    void aDescribedPagePasses() {
        answer(200, PAGE, "<p>Thank you</p>");

        assertThat(form().formParam("score", 4).formParam("nonce", "n").formParam("driver", "empathy", "assurance")
                .post("/s/some-token").statusCode()).isEqualTo(200);
    }

    @Test
    void reasonsOfAnOperatorsOwnPass() {
        answer(200, PAGE, "<p>Thank you</p>");

        assertThat(form().formParam("score", 4).formParam("nonce", "n")
                .formParam("driver", "know-how", "empathy", "speed", "price", "tone", "24-7").post("/s/some-token")
                .statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Security-Policy", "Referrer-Policy", "Cache-Control"})
    void aPageWithoutAProtectingHeaderIsRefused(String header) {
        Map<String, String> headers = new LinkedHashMap<>(PAGE);
        headers.remove(header);
        answer(200, headers, "<p>Thank you</p>");

        assertRefused(() -> exchange().get("/s/some-token?score=4"), header);
    }

    @Test
    void aPageThatMayBeKeptIsRefused() {
        Map<String, String> headers = new LinkedHashMap<>(PAGE);
        headers.put("Cache-Control", "public");
        answer(200, headers, "<p>Thank you</p>");

        assertRefused(() -> exchange().get("/s/some-token"), "public");
    }

    @Test
    void oneClickUnsubscriptionPasses() {
        answer(200, PAGE, "<p>Done</p>");

        assertThat(form().formParam("List-Unsubscribe", "One-Click").post("/u/some-token").statusCode()).isEqualTo(200);
    }

    @Test
    void oneClickUnsubscriptionInPartsPasses() {
        answer(200, PAGE, "<p>Done</p>");

        assertThat(exchange().multiPart("List-Unsubscribe", "One-Click").post("/u/some-token").statusCode())
                .isEqualTo(200);
    }

    @Test
    void csvPasses() {
        answer(200, Map.of("Content-Type", "text/csv;charset=UTF-8"), "survey,month\r\nincident,2026-10\r\n");

        assertThat(exchange().accept("text/csv").get("/api/v1/satisfaction").statusCode()).isEqualTo(200);
    }

    @Test
    void metricsPass() {
        answer(200, Map.of("Content-Type", "application/openmetrics-text; version=1.0.0; charset=utf-8"), "# EOF\n");

        assertThat(exchange().get("/q/metrics").statusCode()).isEqualTo(200);
    }

    private RequestSpecification exchange() {
        return RestAssured.given().baseUri("http://" + server.getAddress().getHostString())
                .port(server.getAddress().getPort()).filter(new OpenApiValidation());
    }

    private RequestSpecification form() {
        return exchange().contentType(ContentType.URLENC.withCharset("UTF-8"));
    }

    private void answer(int status, Map<String, String> headers, String body) {
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            headers.forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static String figures(Consumer<ObjectNode> mutation) {
        JsonNode figures = Documents.yaml(OpenApiValidation.DOCUMENT)
                .at("/paths/~1api~1v1~1satisfaction/get/responses/200/content/application~1json/examples/figure/value");
        mutation.accept((ObjectNode) figures.at("/items/0"));
        return figures.toString();
    }

    private static void assertRefused(Runnable exchange, String because) {
        assertThatThrownBy(exchange::run).isInstanceOf(AssertionError.class).hasMessageContaining(because);
    }
}
