package io.ticketpulse.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.ticketpulse.servers.ServersPlan.Part;

/**
 * Gives a Quarkus test real servers, an empty database and the settings the service cannot start without. Tests that carry
 * {@code @WithTestResource(RealServers.class)} and the same profile share one application and one set of servers.
 * <p>
 * A server whose connection is configured from outside is not started: {@code QUARKUS_DATASOURCE_JDBC_URL},
 * {@code KAFKA_BOOTSTRAP_SERVERS}, {@code QUARKUS_MAILER_HOST}, or the settings of the same meaning.
 */
public final class RealServers implements QuarkusTestResourceLifecycleManager {

    /** Password of the user {@code reader}. */
    public static final String READER_PASSWORD = "reader-password";
    /** Password of the user {@code admin}. */
    public static final String ADMIN_PASSWORD = "admin-password";
    /** What the service signs its links with. */
    public static final String TOKEN_SECRET = "a-secret-of-tests-that-is-long-enough-for-hmac";

    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final String KAFKA = "kafka.bootstrap.servers";
    private static final String MAIL_HOST = "quarkus.mailer.host";

    private static volatile EmbeddedServers running;

    private Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "servers")), "run");
            running = EmbeddedServers.start(ServersPlan.forTests(folder).only(missing()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int port = Ports.free();
        Map<String, String> settings = new TreeMap<>(running.configuration());
        settings.put("quarkus.http.test-port", String.valueOf(port));
        settings.put("ticketpulse.public-url", "http://localhost:" + port);
        settings.put("ticketpulse.token.secrets", TOKEN_SECRET);
        settings.put("ticketpulse.users.reader.password", READER_PASSWORD);
        settings.put("ticketpulse.users.reader.role", "reader");
        settings.put("ticketpulse.users.admin.password", ADMIN_PASSWORD);
        settings.put("ticketpulse.users.admin.role", "admin");
        return settings;
    }

    @Override
    public void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the servers of the running test application, for stopping and starting them} */
    public static EmbeddedServers servers() {
        if (running == null) {
            throw new IllegalStateException("Put @WithTestResource(RealServers.class) on the test");
        }
        return running;
    }

    /** {@return {@code host:port} of the broker, started here or configured} */
    public static String bootstrapServers() {
        return configured(KAFKA).orElseGet(() -> servers().kafka().bootstrapServers());
    }

    /** {@return the mail server with what it received} */
    public static GreenMail mail() {
        return servers().mail().greenMail();
    }

    /** {@return a new connection to the database of the service; the caller closes it} */
    public static Connection database() throws SQLException {
        Optional<String> url = configured(JDBC_URL);
        if (url.isEmpty()) {
            return servers().mySql().connect();
        }
        return DriverManager.getConnection(url.get(), configured("quarkus.datasource.username").orElse(null),
                configured("quarkus.datasource.password").orElse(null));
    }

    private static Set<Part> missing() {
        Set<Part> parts = EnumSet.allOf(Part.class);
        configured(JDBC_URL).ifPresent(url -> parts.remove(Part.MYSQL));
        configured(KAFKA).ifPresent(servers -> parts.remove(Part.KAFKA));
        configured(MAIL_HOST).ifPresent(host -> parts.remove(Part.MAIL));
        return parts;
    }

    private static Optional<String> configured(String setting) {
        String variable = setting.toUpperCase(Locale.ROOT).replace('.', '_');
        return Optional.ofNullable(System.getenv(variable)).or(() -> Optional.ofNullable(System.getProperty(setting)));
    }
}
