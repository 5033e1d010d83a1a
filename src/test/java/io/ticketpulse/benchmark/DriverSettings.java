package io.ticketpulse.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import org.apache.kafka.clients.consumer.ConsumerConfig;

/** What the service tells its drivers, read from its settings, so that the plain program tells them the same. */
final class DriverSettings {

    private static final String JDBC = "quarkus.datasource.jdbc.additional-jdbc-properties.";
    private static final String CONSUMER = "mp.messaging.incoming.tickets.";

    private DriverSettings() {
    }

    static Properties jdbc() throws IOException {
        return startingWith(JDBC);
    }

    /** Without what only the framework understands. */
    static Properties consumer() throws IOException {
        Properties settings = startingWith(CONSUMER);
        settings.keySet().retainAll(ConsumerConfig.configNames());
        return settings;
    }

    private static Properties startingWith(String prefix) throws IOException {
        Properties all = new Properties();
        try (InputStream file = DriverSettings.class.getResourceAsStream("/application.properties")) {
            all.load(file);
        }
        Properties settings = new Properties();
        all.stringPropertyNames().stream().filter(name -> name.startsWith(prefix))
                .forEach(name -> settings.setProperty(name.substring(prefix.length()), all.getProperty(name)));
        return settings;
    }
}
