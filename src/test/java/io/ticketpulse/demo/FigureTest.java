package io.ticketpulse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class FigureTest {

    static final byte[] EVENT = """
            {"specversion": "1.0", "data": {"survey": "incident", "month": "2026-10", "dimension": "service",
             "value": "Printing", "status": "running", "revision": 2,
             "counts": {"closed": 30, "sent": 28, "responded": 12}, "responseRate": 0.4286,
             "csat": {"value": 0.75, "low": 0.4677, "high": 0.9111, "n": 12}, "nps": null,
             "sla": {"known": 30, "met": 24, "share": 0.8}, "watermelon": null, "suppressed": false}}
            """.getBytes(StandardCharsets.UTF_8);

    @Test
    void sharesAreWrittenInPerCent() throws IOException {
        assertThat(figure().satisfied()).contains("75");
    }

    @Test
    void whatIsHeldBackIsEmpty() throws IOException {
        assertThat(figure().greenButDissatisfied()).isEmpty();
    }

    @Test
    void countsAreRead() throws IOException {
        assertThat(figure().responded()).isEqualTo(12);
    }

    private static Figure figure() throws IOException {
        return new Figure(new ObjectMapper().readTree(EVENT).path("data"));
    }
}
