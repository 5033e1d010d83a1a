package io.ticketpulse.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * What somebody would write who wants the same rows in the same tables and nothing else: one loop of poll, parse,
 * transaction, in {@code kafka-clients} and JDBC, without a framework, metrics, other forms of events, or anything that
 * can go wrong.
 */
public final class BareProgram {

    private static final Duration POLL = Duration.ofMillis(500);

    private BareProgram() {
    }

    /** Runs until it is ended from outside. What it works on comes as system properties, see {@link Workload}. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Workload workload = Workload.ofSystemProperties();
        ObjectMapper mapper = new ObjectMapper();
        try (Connection connection = DriverManager.getConnection(workload.jdbcUrl(), driver(workload));
                KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(kafka(workload))) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            BareTransaction transaction = new BareTransaction(connection);
            consumer.subscribe(List.of(workload.topic()));
            while (true) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    transaction.record(closures(mapper, records));
                    connection.commit();
                    consumer.commitAsync();
                }
            }
        }
    }

    private static List<BareClosure> closures(ObjectMapper mapper, ConsumerRecords<byte[], byte[]> records)
            throws IOException {
        List<BareClosure> closures = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            JsonNode event = mapper.readTree(record.value());
            closures.add(new BareClosure(event.get("data")));
        }
        return closures;
    }

    private static Properties driver(Workload workload) throws IOException {
        Properties properties = DriverSettings.jdbc();
        properties.setProperty("user", workload.user());
        return properties;
    }

    private static Properties kafka(Workload workload) throws IOException {
        Properties properties = DriverSettings.consumer();
        properties.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, workload.bootstrapServers());
        properties.setProperty(ConsumerConfig.GROUP_ID_CONFIG, workload.group());
        properties.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return properties;
    }
}
