package io.ticketpulse.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/** What can be said about the image without building it. */
class DockerfileTest {

    private final Dockerfile dockerfile = Dockerfile.read();

    @Test
    void runsAsANumberedUserThatIsNotRoot() {
        assertThat(dockerfile.argumentsOf("USER")).singleElement().asString().matches("[1-9]\\d*:[1-9]\\d*");
    }

    /** In the exec form Java is process 1 and gets the signal to end; a shell would keep it. */
    @Test
    void startsJavaWithoutAShell() {
        assertThat(dockerfile.argumentsOf("ENTRYPOINT")).containsExactly("[\"java\", \"-jar\", \"quarkus-run.jar\"]");
    }

    @Test
    void sizesTheHeapByTheContainer() {
        assertThat(dockerfile.argumentsOf("ENV")).singleElement().asString().contains("-XX:MaxRAMPercentage=50");
    }

    @Test
    void takesNothingFromOutsideThePackagedService() {
        assertThat(dockerfile.copied()).allMatch(source -> source.startsWith("target/quarkus-app/"));
    }

    @Test
    void buildContextIsThePackagedServiceAlone() throws Exception {
        assertThat(Files.readAllLines(Path.of(".dockerignore"))).containsExactly("*", "!target/quarkus-app");
    }
}
