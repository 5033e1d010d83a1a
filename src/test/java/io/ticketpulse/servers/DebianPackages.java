package io.ticketpulse.servers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Programs of Debian that tests look at us with. {@code .ci/run} installs them. */
public final class DebianPackages {

    private DebianPackages() {
    }

    /**
     * The program that a package brings under the package's own name. Where it is missing the test is skipped, and
     * fails if {@code CI=true}.
     */
    public static Path require(String name) {
        Optional<Path> program = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
        String missing = "Needs the Debian package " + name + ": apt-get install " + name;
        if ("true".equals(System.getenv("CI")) && program.isEmpty()) {
            throw new AssertionError(missing);
        }
        assumeTrue(program.isPresent(), missing);
        return program.orElseThrow();
    }
}
