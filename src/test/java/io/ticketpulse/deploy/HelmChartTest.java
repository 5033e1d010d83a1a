package io.ticketpulse.deploy;

import static io.ticketpulse.deploy.Chart.EVERYTHING;
import static io.ticketpulse.deploy.Chart.REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is installed into the cluster. */
class HelmChartTest {

    private final Manifests minimal = Chart.render(REQUIRED);
    private final Manifests everything = Chart.render(REQUIRED, EVERYTHING);

    @ParameterizedTest
    @ValueSource(strings = {"{}", EVERYTHING})
    void lintHasNoComplaint(String values, @TempDir Path workspace) {
        assertThat(Chart.lint(workspace, REQUIRED, values)).isEmpty();
    }

    @Test
    void installsWhatIsNeededAndNoMore() {
        assertThat(minimal.kinds()).containsExactly("ConfigMap", "Deployment", "PodDisruptionBudget", "Secret",
                "Service", "ServiceAccount");
    }

    @Test
    void runsTheVersionOfThePom() throws Exception {
        var version = Pattern.compile("<artifactId>ticketpulse</artifactId>\\s*<version>([^<]+)")
                .matcher(Files.readString(Path.of("pom.xml"))).results().findFirst().orElseThrow().group(1);

        assertThat(minimal.container().path("image").asText())
                .isEqualTo("registry.example.com/ticketpulse:" + version);
    }

    @Test
    void takesTheDigestBeforeTheTag() {
        var digest = "sha256:" + "0123456789abcdef".repeat(4);

        assertThat(Chart.render(REQUIRED, "image: {tag: 1.2.3, digest: \"%s\"}".formatted(digest)).container()
                .path("image").asText()).isEqualTo("registry.example.com/ticketpulse@" + digest);
    }

    @ParameterizedTest
    @CsvSource({"startupProbe, /q/health/started", "livenessProbe, /q/health/live", "readinessProbe, /q/health/ready"})
    void asksTheServiceHowItIs(String probe, String path) {
        assertThat(minimal.container().path(probe).path("httpGet").path("path").asText()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({"/automountServiceAccountToken, false", "/enableServiceLinks, false",
            "/securityContext/runAsNonRoot, true", "/securityContext/seccompProfile/type, RuntimeDefault",
            "/containers/0/securityContext/readOnlyRootFilesystem, true",
            "/containers/0/securityContext/allowPrivilegeEscalation, false",
            "/containers/0/securityContext/capabilities/drop/0, ALL",
            "/containers/0/lifecycle/preStop/sleep/seconds, 10", "/terminationGracePeriodSeconds, 45",
            "/containers/0/resources/limits/memory, 512Mi",
            "/topologySpreadConstraints/0/topologyKey, topology.kubernetes.io/zone",
            "/topologySpreadConstraints/1/topologyKey, kubernetes.io/hostname"})
    void isAGoodGuestInTheCluster(String pointer, String value) {
        assertThat(minimal.pod().at(pointer).asText()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"Deployment, /spec/replicas, 2", "Deployment, /spec/strategy/rollingUpdate/maxUnavailable, 0",
            "PodDisruptionBudget, /spec/maxUnavailable, 1"})
    void keepsTwoReplicasThroughARollout(String kind, String pointer, String value) {
        assertThat(minimal.the(kind).at(pointer).asText()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Service:/spec/selector", "PodDisruptionBudget:/spec/selector/matchLabels",
            "Deployment:/spec/selector/matchLabels",
            "Deployment:/spec/template/spec/topologySpreadConstraints/0/labelSelector/matchLabels",
            "ServiceMonitor:/spec/selector/matchLabels"})
    void selectsByLabelsThatThePodsHave(String place) {
        var selector = everything.the(place.split(":")[0]).at(place.split(":")[1]);

        assertThat(everything.podTemplate().at("/metadata/labels").properties()).containsAll(selector.properties());
    }

    @ParameterizedTest
    @CsvSource({"/rules/0/host, feedback.example.com", "/tls/0/hosts/0, feedback.example.com",
            "/tls/0/secretName, feedback-tls", "/ingressClassName, nginx"})
    void routesThePublicHost(String pointer, String value) {
        assertThat(everything.the("Ingress").path("spec").at(pointer).asText()).isEqualTo(value);
    }

    /** Health, metrics and OpenAPI under /q stay inside the cluster. */
    @Test
    void routesEverythingButOperations() {
        assertThat(everything.the("Ingress").at("/spec/rules/0/http/paths").findValuesAsText("path"))
                .containsExactly("/s", "/u", "/webhooks", "/api", "/reports");
    }

    @Test
    void letsPrometheusReadTheMetrics() {
        assertThat(everything.the("ServiceMonitor").at("/spec/endpoints/0/path").asText()).isEqualTo("/q/metrics");
    }

    @Test
    void writesNothingOutsideTmp() {
        var writable = minimal.container().path("volumeMounts").valueStream()
                .filter(mount -> !mount.path("readOnly").asBoolean()).map(mount -> mount.path("mountPath").asText());

        assertThat(writable).containsExactly("/tmp");
    }

    @Test
    void saysWhatToDoNext() {
        assertThat(Chart.notes(REQUIRED, "publicUrl: http://feedback.example.com")).contains(
                "kubectl -n support rollout status deployment/feedback-ticketpulse", "Nobody can log in",
                "publicUrl is not https");
    }
}
