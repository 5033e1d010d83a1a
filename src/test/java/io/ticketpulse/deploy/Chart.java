package io.ticketpulse.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;

/**
 * The Helm chart with values given as YAML, later ones over earlier ones as with several {@code --values}. The namespace
 * is {@code support}, the release is called {@code feedback}.
 */
final class Chart {

    /** Everything that has no default. */
    static final String REQUIRED = """
            image: {repository: registry.example.com/ticketpulse}
            publicUrl: https://feedback.example.com
            database: {jdbcUrl: "jdbc:mysql://mysql:3306/ticketpulse", username: ticketpulse}
            kafka: {bootstrapServers: "kafka:9092"}
            mail: {host: smtp.example.com, from: feedback@example.com}
            secrets:
              databasePassword: database-password-of-the-test
              tokenSecrets: [token-secret-of-the-test-0123456789, older-token-secret-of-the-test-01234]
            """;

    /** As {@link #REQUIRED}, with a Secret that somebody else keeps. */
    static final String REQUIRED_WITH_EXISTING_SECRET = REQUIRED.substring(0, REQUIRED.indexOf("secrets:")) + """
            secrets: {existingSecret: kept-elsewhere}
            """;

    /** Everything that is off by default, or empty; together with {@link #REQUIRED}. */
    static final String EVERYTHING = """
            image: {tag: 1.2.3, pullSecrets: [{name: registry-login}]}
            replicas: 5
            mail: {username: mailer, replyTo: helpdesk@example.com}
            users: {ada: admin, ruth: reader}
            texts: {language: de, overridesConfigMap: our-words}
            secrets:
              mailPassword: mail-password-of-the-test
              samplingSalts: {incident: salt-of-the-test}
              userPasswords: {ada: password-of-ada, ruth: "pa$$word-${of}-ruth\\\\"}
              env: {KAFKA_SASL_JAAS_CONFIG: jaas-of-the-test, ACME_JIRA_SECRETS: jira-secret-of-the-test}
            env: {KAFKA_SECURITY_PROTOCOL: SASL_SSL, TICKETPULSE_SURVEYS_INCIDENT_SAMPLING_RATE: "0.2"}
            config: |
              # a desk's password=in-a-comment is nobody's business
              ticketpulse.desks.acme-jira.kind=jira
              ticketpulse.desks.acme-jira.secrets=${ACME_JIRA_SECRETS}
            ingress: {enabled: true, className: nginx, annotations: {example.com/a: b}, tlsSecret: feedback-tls}
            serviceAccount: {annotations: {example.com/role: survey}}
            serviceMonitor: {enabled: true, labels: {release: prometheus}}
            podAnnotations: {example.com/mesh: "true"}
            podLabels: {team: support}
            nodeSelector: {kubernetes.io/arch: amd64}
            tolerations: [{key: dedicated, operator: Exists}]
            affinity: {nodeAffinity: {}}
            volumes: [{name: trust, secret: {secretName: trust}}]
            volumeMounts: [{name: trust, mountPath: /trust, readOnly: true}]
            """;

    private static final String OLDEST_KUBERNETES = "1.30.0";
    private static final Path DIRECTORY = Path.of("helm");
    private static final YAMLMapper YAML = new YAMLMapper();

    private Chart() {
    }

    /** What {@code helm template} would apply; fails as it does, with its message. */
    static Manifests render(String... values) {
        return withValuesFile(values, file -> {
            var text = new Helm(DIRECTORY).template().withName("feedback").withNamespace("support")
                    .withKubeVersion(OLDEST_KUBERNETES)
                    .withValuesFile(file).call();
            try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
                return new Manifests(documents.readAll().stream().filter(JsonNode::isObject).toList());
            }
        });
    }

    /** What {@code helm install} would print. */
    static String notes(String... values) {
        return withValuesFile(values, file -> {
            var output = new Helm(DIRECTORY).install().withName("feedback").withNamespace("support")
                    .withKubeVersion(OLDEST_KUBERNETES).clientOnly()
                    .dryRun().withValuesFile(file).call().getOutput();
            return output.substring(output.indexOf("NOTES:"));
        });
    }

    /** The complaints of {@code helm lint --strict} when the values are the chart's defaults. */
    static List<String> lint(Path workspace, String... values) {
        return withValuesFile(values, file -> {
            var copy = workspace.resolve("ticketpulse");
            try (var sources = Files.walk(DIRECTORY)) {
                for (var source : sources.toList()) {
                    Files.copy(source, copy.resolve(DIRECTORY.relativize(source)));
                }
            }
            Files.writeString(copy.resolve("values.yaml"), YAML.writeValueAsString(
                    merged(Files.readString(copy.resolve("values.yaml")), Files.readString(file))));
            var result = new Helm(copy).lint().strict().call();
            return result.isFailed() ? result.getMessages() : List.of();
        });
    }

    private static JsonNode merged(String... values) throws IOException {
        JsonNode all = YAML.createObjectNode();
        for (var value : values) {
            all = YAML.readerForUpdating(all).readValue(value);
        }
        return all;
    }

    private static <T> T withValuesFile(String[] values, OnFile<T> action) {
        try {
            var file = Files.createTempFile("values", ".yaml");
            try {
                Files.writeString(file, YAML.writeValueAsString(merged(values)));
                return action.apply(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface OnFile<T> {
        T apply(Path file) throws IOException;
    }
}
