package io.ticketpulse.servers;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.LogManager;

import io.ticketpulse.servers.ServersPlan.Part;

/** MySQL, Kafka and mail together: started at the same time, ended together, described to Quarkus. */
public final class EmbeddedServers implements AutoCloseable {

    private final EmbeddedMySql mySql;
    private final EmbeddedKafka kafka;
    private final EmbeddedMail mail;

    private EmbeddedServers(EmbeddedMySql mySql, EmbeddedKafka kafka, EmbeddedMail mail) {
        this.mySql = mySql;
        this.kafka = kafka;
        this.mail = mail;
    }

    /**
     * Starts what the plan names and waits until all of it answers. When one server fails, the others are ended.
     *
     * @throws IllegalStateException a sentence, when a port is taken
     * @throws IOException when a server does not start
     */
    public static EmbeddedServers start(ServersPlan plan) throws IOException {
        // Two threads that make the log manager of Quarkus start itself at the same moment wait for each other for ever.
        LogManager.getLogManager().getLogger("");
        CompletableFuture<EmbeddedMySql> mySql = startPart(plan, Part.MYSQL, () -> EmbeddedMySql
                .start(plan.folder().resolve("mysql"), plan.mySqlPort(), plan.durable(), plan.mySqlFlags()));
        CompletableFuture<EmbeddedKafka> kafka = startPart(plan, Part.KAFKA,
                () -> EmbeddedKafka.start(plan.folder().resolve("kafka"), plan.kafkaPort()));
        CompletableFuture<EmbeddedMail> mail = startPart(plan, Part.MAIL, () -> EmbeddedMail.start(plan.mailPort()));
        try {
            CompletableFuture.allOf(mySql, kafka, mail).join();
            return new EmbeddedServers(mySql.join(), kafka.join(), mail.join());
        } catch (CompletionException e) {
            mySql.thenAccept(EmbeddedServers::close);
            kafka.thenAccept(EmbeddedServers::close);
            mail.thenAccept(EmbeddedServers::close);
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    /** {@return the database} */
    public EmbeddedMySql mySql() {
        return started(mySql, "MySQL");
    }

    /** {@return the broker} */
    public EmbeddedKafka kafka() {
        return started(kafka, "Kafka");
    }

    /** {@return the mail server} */
    public EmbeddedMail mail() {
        return started(mail, "The mail server");
    }

    /** {@return the connections to what was started, as Quarkus settings} */
    public Map<String, String> configuration() {
        Map<String, String> settings = new TreeMap<>();
        if (mySql != null) {
            settings.put("quarkus.datasource.jdbc.url", mySql.jdbcUrl());
            settings.put("quarkus.datasource.username", EmbeddedMySql.USER);
            settings.put("quarkus.datasource.password", "");
        }
        if (kafka != null) {
            settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        }
        if (mail != null) {
            settings.put("quarkus.mailer.host", "127.0.0.1");
            settings.put("quarkus.mailer.port", String.valueOf(mail.port()));
            settings.put("quarkus.mailer.mock", "false");
        }
        return settings;
    }

    @Override
    public void close() {
        close(mail);
        close(kafka);
        close(mySql);
    }

    private static <T> CompletableFuture<T> startPart(ServersPlan plan, Part part, Callable<T> start) {
        CompletableFuture<T> future = new CompletableFuture<>();
        if (!plan.parts().contains(part)) {
            future.complete(null);
            return future;
        }
        Thread thread = new Thread(() -> {
            try {
                future.complete(start.call());
            } catch (Exception | LinkageError e) {
                future.completeExceptionally(e);
            }
        }, "start-" + part);
        // Kafka loads classes by name; inside a Quarkus test they live with this class.
        thread.setContextClassLoader(EmbeddedServers.class.getClassLoader());
        thread.setDaemon(true);
        thread.start();
        return future;
    }

    private static <T> T started(T server, String name) {
        if (server == null) {
            throw new IllegalStateException(name + " was not started here: its connection is configured from outside");
        }
        return server;
    }

    private static void close(AutoCloseable server) {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("A server did not end", e);
        }
    }
}
