package io.ticketpulse.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;

import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OpenApiDocumentTest {

    private static final JsonNode DOCUMENT = Documents.yaml(OpenApiValidation.DOCUMENT);

    @Test
    void isReadWithoutAnyWarning() {
        List<String> warnings = new OpenAPIV3Parser().readLocation(OpenApiValidation.DOCUMENT, null, null)
                .getMessages();

        assertThat(warnings).isNullOrEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyExampleOfAnAnswerIsValid() {
        return answers().flatMap(OpenApiDocumentTest::tests);
    }

    @Test
    void thereAreExamplesToCheck() {
        assertThat(answers().flatMap(answer -> examples(answer.content()))).hasSizeGreaterThan(10);
    }

    @Test
    void saysWhatEveryPropertyMeans() {
        assertThat(
                Documents.descend(DOCUMENT.at("/components/schemas")).filter(node -> node.path("properties").isObject())
                        .flatMap(node -> node.path("properties").properties().stream())
                        .filter(property -> !property.getValue().has("$ref") && !property.getValue().has("description"))
                        .map(Entry::getKey))
                .isEmpty();
    }

    private record Answer(String method, String path, JsonNode parameters, JsonNode body, String status,
            String mediaType, JsonNode content) {}

    private static Stream<Answer> answers() {
        return DOCUMENT.path("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .filter(operation -> operation.getValue().has("responses"))
                .flatMap(operation -> operation.getValue().path("responses").properties().stream()
                        .flatMap(response -> resolved(response.getValue()).path("content").properties().stream()
                                .filter(content -> content.getKey().endsWith("json"))
                                .map(content -> new Answer(operation.getKey(), path.getKey(),
                                        operation.getValue().path("parameters"),
                                        resolved(operation.getValue().path("requestBody")), response.getKey(),
                                        content.getKey(), content.getValue())))));
    }

    private static Stream<DynamicTest> tests(Answer answer) {
        return examples(answer.content()).map(example -> DynamicTest.dynamicTest(
                "%s %s %s %s".formatted(answer.method(), answer.path(), answer.status(), example.getKey()), () -> {
                    SimpleRequest request = request(answer);
                    SimpleResponse response = new SimpleResponse.Builder(Integer.parseInt(answer.status()))
                            .withContentType(answer.mediaType()).withBody(example.getValue().toString()).build();

                    assertThat(OpenApiValidation.check(request, response).getMessages()).isEmpty();
                }));
    }

    private static SimpleRequest request(Answer answer) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(answer.method().toUpperCase(Locale.ROOT),
                answer.path().replace("{month}", "2026-10").replace("{desk}", "acme"));
        if (!answer.body().isMissingNode()) {
            JsonNode example = answer.body().at("/content/application~1json/example");
            request.withContentType("application/json").withBody(example.isMissingNode() ? "{}" : example.toString());
        }
        answer.parameters().valueStream()
                .filter(parameter -> parameter.path("required").asBoolean()
                        && parameter.path("in").asText().equals("query"))
                .forEach(parameter -> request.withQueryParam(parameter.path("name").asText(),
                        parameter.path("example").asText()));
        return request.build();
    }

    private static Stream<Entry<String, JsonNode>> examples(JsonNode content) {
        return Stream.concat(
                content.has("example") ? Stream.of(Map.entry("example", content.path("example"))) : Stream.empty(),
                content.path("examples").properties().stream()
                        .map(example -> Map.entry(example.getKey(), example.getValue().path("value"))));
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asText().substring(1)) : node;
    }
}
