package io.ticketpulse.deploy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The Kubernetes objects of a rendered chart. */
record Manifests(List<JsonNode> all) {

    List<String> kinds() {
        return all.stream().map(object -> object.path("kind").asText()).sorted().toList();
    }

    /** The one object of a kind, or a missing node. */
    JsonNode the(String kind) {
        return all.stream().filter(object -> object.path("kind").asText().equals(kind)).findAny()
                .orElse(MissingNode.getInstance());
    }

    JsonNode podTemplate() {
        return the("Deployment").at("/spec/template");
    }

    JsonNode pod() {
        return podTemplate().path("spec");
    }

    JsonNode container() {
        return pod().at("/containers/0");
    }

    /** Plain environment variables of the container. */
    Map<String, String> environment() {
        var environment = new TreeMap<String, String>();
        container().path("env").forEach(
                variable -> environment.put(variable.path("name").asText(), variable.path("value").asText()));
        return environment;
    }

    /** Environment variables from the chart's own Secret. */
    Map<String, String> secretEnvironment() {
        var environment = new TreeMap<String, String>();
        the("Secret").path("data").properties().forEach(entry -> environment.put(entry.getKey(),
                new String(Base64.getDecoder().decode(entry.getValue().asText()), StandardCharsets.UTF_8)));
        return environment;
    }

    /** Everything but Secrets, as text. */
    String readable() {
        return all.stream().filter(object -> !object.path("kind").asText().equals("Secret")).toList().toString();
    }
}
