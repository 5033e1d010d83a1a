package io.ticketpulse.benchmark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a program is to work on.
 *
 * @param bootstrapServers {@code host:port} of the broker
 * @param topic the backlog
 * @param group the consumer group, new in every round
 * @param jdbcUrl the database, new in every round
 * @param user of the database; there is no password
 */
record Workload(String bootstrapServers, String topic, String group, String jdbcUrl, String user) {

    static final String SURVEY = "incident";
    static final double RATE = 0.2;
    static final String SALT = "benchmark";
    static final String SECRET = "a-secret-of-the-benchmark-that-is-long-enough";

    private static final String PREFIX = "benchmark.workload.";

    static Workload ofSystemProperties() {
        return new Workload(property("bootstrap-servers"), property("topic"), property("group"), property("jdbc-url"),
                property("user"));
    }

    private static String property(String name) {
        return System.getProperty(PREFIX + name);
    }

    /** {@return arguments of a JVM from which {@link #ofSystemProperties()} reads the same} */
    List<String> forBareProgram() {
        return asArguments(PREFIX, Map.of("bootstrap-servers", bootstrapServers, "topic", topic, "group", group,
                "jdbc-url", jdbcUrl, "user", user));
    }

    /** {@return arguments of a JVM that lead the service to the same work} */
    List<String> forService(int httpPort) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("kafka.bootstrap.servers", bootstrapServers);
        settings.put("ticketpulse.topics.tickets", topic);
        settings.put("mp.messaging.incoming.tickets.group.id", group);
        settings.put("quarkus.datasource.jdbc.url", jdbcUrl);
        settings.put("quarkus.datasource.username", user);
        settings.put("quarkus.datasource.password", "");
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", String.valueOf(httpPort));
        settings.put("ticketpulse.token.secrets", SECRET);
        settings.put("ticketpulse.surveys." + SURVEY + ".sampling.rate", String.valueOf(RATE));
        settings.put("ticketpulse.surveys." + SURVEY + ".sampling.salt", SALT);
        return asArguments("", settings);
    }

    private static List<String> asArguments(String prefix, Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(property -> "-D" + prefix + property.getKey() + "=" + property.getValue()).toList();
    }
}
