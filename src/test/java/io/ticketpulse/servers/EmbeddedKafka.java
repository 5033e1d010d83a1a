package io.ticketpulse.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker and controller inside this JVM, on the loopback address, without authentication. It can be stopped
 * and started again on the same port and data.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final String NODE = "1";
    private static final String CONTROLLER = "CONTROLLER";
    // Held here because the log manager forgets loggers that nobody holds, and their levels with them.
    private static final List<Logger> OWN_LIFE = Stream.of("kafka", "org.apache.kafka", "state.change.logger")
            .map(Logger::getLogger).toList();

    private final Path data;
    private final int port;
    private KafkaRaftServer server;

    private EmbeddedKafka(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /**
     * Starts a broker on new or existing data.
     *
     * @param data folder of the data
     * @param wantedPort port, 0 for any free one
     * @throws IllegalStateException a sentence, when the port is taken
     */
    public static EmbeddedKafka start(Path data, int wantedPort) throws IOException {
        logLittle();
        EmbeddedKafka broker = new EmbeddedKafka(data.toAbsolutePath(), Ports.claim(wantedPort, "Kafka"));
        broker.format();
        broker.restart();
        return broker;
    }

    /** Has brokers and clients in this JVM log warnings only. */
    static void logLittle() {
        OWN_LIFE.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    /** Starts the broker again after {@link #stop()}, on the same port. */
    public void restart() {
        server = new KafkaRaftServer(new KafkaConfig(settings(Ports.free()), false), Time.SYSTEM);
        server.startup();
    }

    /** Ends the broker in good order; connections break. */
    public void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    /** {@return {@code host:port} for clients} */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        stop();
    }

    private void format() throws IOException {
        Files.createDirectories(data);
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(Integer.parseInt(NODE))
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName(CONTROLLER)
                    .setMetadataLogDirectory(data.toString())
                    .addDirectory(data.toString())
                    .run();
        } catch (Exception e) {
            throw new IOException("The folder of Kafka could not be prepared: " + data, e);
        }
    }

    private Map<String, String> settings(int controllerPort) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE);
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("listeners", "PLAINTEXT://" + bootstrapServers() + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://" + bootstrapServers());
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", data.toString());
        // There is one broker, so nothing has a second copy.
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        // Consumers wait for nobody, and the cleaner needs little memory.
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        return settings;
    }
}
