package io.ticketpulse.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the image is made of, after packaging. */
class ImageContentIT {

    private static final Path PACKAGED = Path.of("target/quarkus-app");

    static List<String> copied() {
        return Dockerfile.read().copied();
    }

    @ParameterizedTest
    @MethodSource
    void copied(String source) throws Exception {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + source.replaceAll("/$", "/**"));

        try (var files = Files.walk(PACKAGED)) {
            assertThat(files.filter(Files::isRegularFile)).anyMatch(matcher::matches);
        }
    }

    @Test
    void everythingPackagedIsInTheImage() throws Exception {
        var matchers = copied().stream().map(source -> source.replaceAll("/$", "/**"))
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob)).toList();

        try (var files = Files.walk(PACKAGED)) {
            assertThat(
                    files.filter(Files::isRegularFile).filter(file -> !file.endsWith("quarkus-app-dependencies.txt")))
                    .allMatch(file -> matchers.stream().anyMatch(matcher -> matcher.matches(file)));
        }
    }

    @Test
    void noServerOfTheDemoOrTheTestsIsInside() throws Exception {
        try (var files = Files.walk(PACKAGED)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".jar")))
                    .isNotEmpty()
                    .noneMatch(name -> name.matches(
                            ".*(kafka_2\\.13|kafka-server|kafka-metadata|kafka-raft|greenmail|testing-mysql|helm-java).*"));
        }
    }
}
