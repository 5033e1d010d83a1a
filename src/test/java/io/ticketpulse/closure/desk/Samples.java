package io.ticketpulse.closure.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Sample deliveries with one thing in them another, and what a kind reads in them. */
final class Samples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Samples() {
    }

    /**
     * A sample in which one thing is another.
     *
     * @param file    below deliveries
     * @param pointer to what is there
     * @param value   JSON; empty removes
     */
    static byte[] changed(String file, String pointer, String value) {
        try {
            JsonNode body = JSON.readTree(Sending.sampleBytes(file));
            int slash = pointer.lastIndexOf('/');
            ObjectNode parent = (ObjectNode) body.at(pointer.substring(0, slash));
            String field = pointer.substring(slash + 1);
            if (value.isEmpty()) {
                parent.remove(field);
            } else {
                parent.set(field, JSON.readTree(value));
            }
            return JSON.writeValueAsBytes(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The one report that a body without any header makes. */
    static Report read(DeskKind kind, byte[] body, Instant receivedAt, Desk desk) {
        List<Report> reports = kind.read(new Delivery(Map.of(), body, receivedAt), desk);
        assertThat(reports).hasSize(1);
        return reports.get(0);
    }

    /** The example on a page of ours that is to be pasted, or the sample below it. */
    static byte[] ofPage(String page, String begin) {
        try {
            String text = Files.readString(Path.of("docs/desks", page));
            int start = text.indexOf(begin + "\n{");
            return Proof.bytes(text.substring(start + begin.length(), text.indexOf("\n```", start)));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static void assertData(Ticket ticket, String expected) throws IOException {
        assertThat((JsonNode) ticket.data()).isEqualTo(JSON.readTree(expected));
    }
}
