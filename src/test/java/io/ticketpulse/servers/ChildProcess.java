package io.ticketpulse.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program that never outlives this JVM, however this JVM ends. A small shell holds the other end of a pipe: when the pipe
 * closes, which the operating system does even after {@code kill -9}, the shell asks the program to end.
 */
public final class ChildProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    // Ctrl-C and the closing of a terminal reach every process of the group; the order of stopping is ours. What is frozen
    // learns that it shall end when it goes on.
    private static final String GUARD = """
            trap '' INT HUP
            "$@" </dev/null &
            child=$!
            trap 'kill -TERM $child; kill -CONT $child' TERM
            exec 3<&0
            ( read -r line <&3; kill -TERM $child; kill -CONT $child ) 2>/dev/null &
            guard=$!
            wait $child
            status=$?
            kill $guard 2>/dev/null
            exit $status
            """;

    private final Process shell;

    private ChildProcess(Process shell) {
        this.shell = shell;
    }

    /**
     * Starts a program.
     *
     * @param command program and arguments
     * @param log file that takes its output, appended
     */
    public static ChildProcess start(List<String> command, Path log) throws IOException {
        List<String> guarded = new ArrayList<>(List.of("sh", "-c", GUARD, "guard"));
        guarded.addAll(command);
        return new ChildProcess(new ProcessBuilder(guarded)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    /** {@return whether the program still runs} */
    public boolean isAlive() {
        return shell.isAlive();
    }

    /** {@return a future that completes when the program has ended by itself or by {@link #close()}} */
    public CompletableFuture<Process> onExit() {
        return shell.onExit();
    }

    /** Sends a signal, for example {@code STOP}, {@code CONT} or {@code KILL}, to a process. */
    static void signal(long pid, String signal) {
        try {
            int status = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid).start().waitFor();
            if (status != 0) {
                throw new IllegalStateException("Process " + pid + " could not be sent " + signal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the program as {@code kill -9} does, and waits until it is gone. */
    public void kill() {
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        close();
    }

    /** Asks the program to end and waits for it; after 30 s it is killed. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
        } catch (IOException e) {
            shell.destroy();
        }
        try {
            if (!shell.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                shell.descendants().forEach(ProcessHandle::destroyForcibly);
                shell.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
