package io.ticketpulse.road;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.ticketpulse.servers.ChildProcess;
import io.ticketpulse.servers.Ports;
import org.awaitility.Awaitility;

/** The packaged service in a process of its own. It can be killed and started again at the same address. */
public final class TicketPulseProcess implements AutoCloseable {

    static final String ADMIN = "admin";
    static final String PASSWORD = "a password of the run";

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final int port = Ports.free();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> command = new ArrayList<>();
    private final Path log;
    private ChildProcess process;

    private TicketPulseProcess(Map<String, String> settings, Path log) {
        this.log = log;
        Map<String, String> all = new TreeMap<>(settings);
        all.put("quarkus.http.port", String.valueOf(port));
        all.put("quarkus.http.host", "127.0.0.1");
        all.put("ticketpulse.public-url", uri().toString());
        all.put("ticketpulse.token.secrets", "a secret of the run that is long enough to sign with");
        all.put("ticketpulse.users." + ADMIN + ".password", PASSWORD);
        all.put("ticketpulse.users." + ADMIN + ".role", "admin");
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        all.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", JAR.toString()));
    }

    /**
     * Starts the service and waits until it is ready.
     *
     * @param settings of the service, but for its address and logins
     * @param log      takes its output
     */
    public static TicketPulseProcess start(Map<String, String> settings, Path log) throws IOException {
        TicketPulseProcess service = new TicketPulseProcess(settings, log);
        service.start();
        return service;
    }

    /** Starts it again after {@link #kill()}. */
    public void start() throws IOException {
        process = ChildProcess.start(command, log);
        Awaitility.await("the service is ready; its log: " + log).atMost(PATIENCE).pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("The service ended by itself; its log says why: " + log);
                    }
                    return isReady();
                });
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        process.kill();
    }

    /** {@return where it is reached} */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.close();
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri().resolve("/q/health/ready"))
                    .timeout(Duration.ofSeconds(5)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
