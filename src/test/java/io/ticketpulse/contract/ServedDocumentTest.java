package io.ticketpulse.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class ServedDocumentTest {

    @Test
    void theServiceServesTheDocumentAsItWasWritten() throws IOException {
        JsonNode served = new YAMLMapper().readTree(RestAssured.get("/q/openapi").asByteArray());

        assertThat(served).isEqualTo(Documents.yaml(OpenApiValidation.DOCUMENT));
    }

    @Test
    void everyExchangeIsValidatedWithoutBeingAskedFor() {
        assertThat(RestAssured.filters()).hasOnlyElementsOfType(OpenApiValidation.class).hasSize(1);
    }
}
