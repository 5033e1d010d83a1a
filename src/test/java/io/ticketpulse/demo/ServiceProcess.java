package io.ticketpulse.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.ticketpulse.servers.ChildProcess;

/** The packaged TicketPulse in a JVM of its own. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LINES_OF_LOG = 25;

    private final ChildProcess process;
    private final Path log;

    private ServiceProcess(ChildProcess process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts the service.
     *
     * @param jar the packaged service
     * @param settings file with its settings
     * @param log takes its output
     */
    static ServiceProcess start(Path jar, Path settings, Path log) throws IOException {
        if (!Files.exists(jar)) {
            throw new DemoException("The packaged service is missing (" + jar + "). Start with ./mvnw -Pdemo package");
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ServiceProcess(ChildProcess.start(List.of(java, "-Xmx512m",
                "-Dquarkus.config.locations=" + settings.toUri(), "-jar", jar.toString()), log), log);
    }

    /** Waits until it says that it is ready. */
    void awaitReady(Web web) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!web.isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                System.out.println(endOfLog());
                throw new DemoException(
                        "TicketPulse did not start. The end of its log is above, all of it is in " + log);
            }
            Console.pause(300);
        }
    }

    /** Calls back when the service has ended, by itself or by {@link #close()}. */
    void onExit(Runnable callback) {
        process.onExit().thenRun(callback);
    }

    @Override
    public void close() {
        process.close();
    }

    private String endOfLog() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size()));
    }
}
