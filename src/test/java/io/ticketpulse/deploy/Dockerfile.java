package io.ticketpulse.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The instructions of the Dockerfile, comments left out and continued lines joined. */
record Dockerfile(List<String> instructions) {

    static Dockerfile read() {
        try {
            var text = Files.readString(Path.of("Dockerfile")).replaceAll("(?m)^#.*\\R", "").replaceAll("\\\\\\R\\s*",
                    "");
            return new Dockerfile(text.lines().filter(line -> !line.isBlank()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The arguments of every instruction of a kind, in order. */
    List<String> argumentsOf(String instruction) {
        return instructions.stream().filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1)).toList();
    }

    String workingDirectory() {
        return argumentsOf("WORKDIR").get(0);
    }

    /** What is copied into the image, relative to the repository. */
    List<String> copied() {
        return argumentsOf("COPY").stream()
                .map(arguments -> Arrays.stream(arguments.split(" ")).filter(word -> !word.startsWith("--")).findFirst()
                        .orElseThrow())
                .toList();
    }
}
