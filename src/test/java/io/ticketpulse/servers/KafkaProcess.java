package io.ticketpulse.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;

/** {@link EmbeddedKafka} in a JVM of its own, so that it can be frozen. */
public final class KafkaProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private final long pid;
    private final ChildProcess process;

    private KafkaProcess(int port, long pid, ChildProcess process) {
        this.port = port;
        this.pid = pid;
        this.process = process;
    }

    /**
     * Starts a broker on a free port and waits until it answers.
     *
     * @param data folder of the data; the log is written beside it
     */
    public static KafkaProcess start(Path data) throws IOException {
        EmbeddedKafka.logLittle();
        int port = Ports.free();
        Path started = data.resolveSibling(data.getFileName() + ".pid");
        Path log = data.resolveSibling(data.getFileName() + ".log");
        ChildProcess process = ChildProcess.start(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp", System.getProperty("java.class.path"), KafkaProcess.class.getName(),
                data.toString(), String.valueOf(port), started.toString()), log);
        Awaitility.await("Kafka has started; its log: " + log).atMost(PATIENCE).pollInterval(Duration.ofMillis(50))
                .failFast(() -> !process.isAlive()).until(() -> Files.exists(started));
        return new KafkaProcess(port, Long.parseLong(Files.readString(started)), process);
    }

    /** The process itself: runs a broker until it is ended. */
    public static void main(String[] arguments) throws IOException {
        EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Path started = Path.of(arguments[2]);
        Path draft = Files.writeString(started.resolveSibling(started.getFileName() + ".new"),
                String.valueOf(ProcessHandle.current().pid()));
        Files.move(draft, started, StandardCopyOption.ATOMIC_MOVE);
    }

    /** {@return {@code host:port} for clients} */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Halts the broker without closing a connection; it still takes new ones, as a frozen machine's kernel does. */
    public void freeze() {
        ChildProcess.signal(pid, "STOP");
    }

    /** Lets a frozen broker go on. */
    public void thaw() {
        ChildProcess.signal(pid, "CONT");
    }

    /** Ends the broker, frozen or not. */
    @Override
    public void close() {
        process.close();
    }
}
