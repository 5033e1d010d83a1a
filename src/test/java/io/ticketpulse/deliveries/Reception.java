package io.ticketpulse.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.ticketpulse.road.KafkaTopics;
import io.ticketpulse.road.TicketPulseProcess;
import io.ticketpulse.servers.EmbeddedServers;
import io.ticketpulse.servers.Folders;
import io.ticketpulse.servers.KafkaProcess;
import io.ticketpulse.servers.ServersPlan;
import io.ticketpulse.servers.ServersPlan.Part;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Ten thousand deliveries, in the middle of which the broker is frozen for half a minute. */
final class Reception implements AutoCloseable {

    private static final String TICKETS = "itsm.tickets";
    private static final int FROZEN_SECONDS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder;
    private final EmbeddedServers servers;
    private final KafkaProcess broker;
    private final KafkaTopics topics;
    private final TicketPulseProcess service;
    private final List<Delivery> deliveries = Deliveries.inOrder();
    private final Sending sending;
    private int acceptedWhileFrozen;
    private int keptAtThaw;

    /** What else happens while the broker is frozen. */
    @FunctionalInterface
    interface Mishap {
        void befall(TicketPulseProcess service) throws IOException;
    }

    Reception() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "deliveries")), "run");
        servers = EmbeddedServers.start(ServersPlan.forTests(folder).only(EnumSet.of(Part.MYSQL)));
        broker = KafkaProcess.start(folder.resolve("kafka"));
        topics = new KafkaTopics(broker.bootstrapServers());
        Map<String, String> settings = new TreeMap<>(servers.configuration());
        settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
        settings.putAll(Desk.settings());
        service = TicketPulseProcess.start(settings, folder.resolve("ticketpulse.log"));
        sending = new Sending(service.uri(), deliveries);
    }

    /** From the first delivery until nothing of any of them is under way. */
    void takePlace(Mishap mishap) throws IOException {
        sending.start();
        awaitSent(deliveries.size() / 4);
        broker.freeze();
        int acceptedBefore = sending.accepted();
        CompletableFuture<Void> thawed = CompletableFuture.runAsync(() -> {
            acceptedWhileFrozen = sending.accepted() - acceptedBefore;
            keptAtThaw = kept();
            broker.thaw();
        }, CompletableFuture.delayedExecutor(FROZEN_SECONDS, TimeUnit.SECONDS));
        awaitSent(deliveries.size() / 2);
        mishap.befall(service);
        assertThat(thawed).as("the mishap took longer than the broker was frozen").isNotDone();
        thawed.join();
        await("every delivery is accepted").until(() -> sending.accepted() >= deliveries.size());
        await("nothing is kept").until(() -> kept() == 0);
        await("every event is consumed").until(() -> topics.consumed() > lastOffset());
    }

    private void awaitSent(int number) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> sending.sent() >= number);
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(200));
    }

    Sending sending() {
        return sending;
    }

    int deliveries() {
        return deliveries.size();
    }

    int acceptedWhileFrozen() {
        return acceptedWhileFrozen;
    }

    int keptAtThaw() {
        return keptAtThaw;
    }

    /** All events on the topic, which is one partition, from the first to the last. */
    List<ConsumerRecord<byte[], byte[]>> events() {
        return topics.read(TICKETS);
    }

    private long lastOffset() {
        List<ConsumerRecord<byte[], byte[]>> events = events();
        return events.get(events.size() - 1).offset();
    }

    /** Closures on record, each as {@code desk/ticket/cycle}. */
    List<String> closures() {
        return query("SELECT CONCAT_WS('/', desk, ticket_id, cycle) FROM ticket_closure");
    }

    private int kept() {
        return Integer.parseInt(query("SELECT COUNT(*) FROM outbox").get(0));
    }

    private List<String> query(String sql) {
        try (Connection connection = servers.mySql().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public void close() throws IOException {
        sending.close();
        service.close();
        broker.close();
        servers.close();
        Folders.delete(folder);
    }
}
