package io.ticketpulse.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ticketpulse.servers.ChildProcess;
import io.ticketpulse.servers.Ports;

/** The packaged service, asked to publish. */
final class PublishingService implements AutoCloseable {

    private static final String LOGIN = "Basic " + Base64.getEncoder()
            .encodeToString("ada:benchmark".getBytes(StandardCharsets.UTF_8));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ChildProcess program;
    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();

    private PublishingService(ChildProcess program, String address) {
        this.program = program;
        this.address = address;
    }

    static PublishingService start(Workload workload, PublishingSettings settings)
            throws IOException, InterruptedException {
        int port = Ports.free();
        List<String> command = Contender.java(settings.flags());
        command.addAll(workload.forService(port));
        command.addAll(List.of("-Dticketpulse.users.ada.password=benchmark", "-Dticketpulse.users.ada.role=admin",
                "-jar", settings.service().toString()));
        Path log = settings.folder().resolve("publishing.log");
        PublishingService service = new PublishingService(ChildProcess.start(command, log), "http://127.0.0.1:" + port);
        service.awaitReadiness(log);
        return service;
    }

    private void awaitReadiness(Path log) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!program.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("The service did not start; its log says why: " + log);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(address + "/q/health/ready")).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** {@return how many figures got a new revision} */
    int publish(YearMonth month) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + "/api/v1/satisfaction/" + month + "/publish"))
                .POST(HttpRequest.BodyPublishers.noBody())).get("changed").intValue();
    }

    /** {@return what is published of all closures of a month} */
    MonthOfFacts.Sums published(YearMonth month) throws IOException, InterruptedException {
        JsonNode counts = send(HttpRequest.newBuilder(URI.create(
                address + "/api/v1/satisfaction?dimension=all&from=" + month + "&to=" + month))).get("items").get(0)
                .get("counts");
        return new MonthOfFacts.Sums(counts.get("closed").longValue(), counts.get("responded").longValue());
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.header("Authorization", LOGIN).build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("The service answers " + response.statusCode() + ": " + response.body());
        }
        return mapper.readTree(response.body());
    }

    @Override
    public void close() {
        program.close();
    }
}
