package io.ticketpulse.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    Path folder;

    @Test
    void closingEndsTheProgram() throws IOException {
        ChildProcess child = ChildProcess.start(writingItsNumber(), folder.resolve("log"));
        ProcessHandle program = program();

        child.close();

        assertThat(program.isAlive()).isFalse();
    }

    @Test
    void closingEndsAFrozenProgram() throws IOException {
        ChildProcess child = ChildProcess.start(writingItsNumber(), folder.resolve("log"));
        ProcessHandle program = program();
        ChildProcess.signal(program.pid(), "STOP");

        child.close();

        assertThat(program.isAlive()).isFalse();
    }

    @Test
    void theProgramEndsWithItsStarterEvenIfThatIsKilled() throws Exception {
        Process starter = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Starter.class.getName(), folder.toString()).inheritIO().start();
        ProcessHandle program = program();

        starter.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(20)).until(() -> !program.isAlive());
    }

    @Test
    void aProgramThatEndsByItselfIsNoticed() throws Exception {
        ChildProcess child = ChildProcess.start(List.of("sh", "-c", "exit 3"), folder.resolve("log"));

        assertThat(child.onExit().get().exitValue()).isEqualTo(3);
    }

    /** Starts the program and stays, in a JVM of its own. */
    static final class Starter {

        private Starter() {
        }

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            ChildProcess.start(writingItsNumber(folder), folder.resolve("log")).onExit().get();
        }
    }

    private List<String> writingItsNumber() {
        return writingItsNumber(folder);
    }

    private static List<String> writingItsNumber(Path folder) {
        Path number = folder.resolve("number");
        return List.of("sh", "-c", "echo $$ > '" + number + ".new' && mv '" + number + ".new' '" + number
                + "' && exec sleep 300");
    }

    private ProcessHandle program() throws IOException {
        Path number = folder.resolve("number");
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(number));
        return ProcessHandle.of(Long.parseLong(Files.readString(number).trim())).orElseThrow();
    }
}
