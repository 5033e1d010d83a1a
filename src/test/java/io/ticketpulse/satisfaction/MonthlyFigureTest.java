package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.SkipReason;
import io.ticketpulse.platform.ReportingZone;
import org.junit.jupiter.api.Test;

class MonthlyFigureTest {

    private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void isReadAsItWasWritten() throws Exception {
        MonthlyFigure figure = figure(6);

        MonthlyFigure read = MAPPER.readValue(MAPPER.writeValueAsString(figure), MonthlyFigure.class);

        assertThat(read).isEqualTo(figure);
    }

    @Test
    void isReadAsItWasWrittenWhenSuppressed() throws Exception {
        MonthlyFigure figure = figure(2);

        MonthlyFigure read = MAPPER.readValue(MAPPER.writeValueAsString(figure), MonthlyFigure.class);

        assertThat(read).isEqualTo(figure);
    }

    @Test
    void namesEveryFieldEvenWhereItIsNull() {
        JsonNode json = MAPPER.valueToTree(figure(2));

        assertThat(json.fieldNames()).toIterable().containsExactlyInAnyOrder("survey", "month", "zone", "from", "to",
                "dimension", "value", "revision", "status", "computedAt", "formula", "counts", "skipped", "coverage",
                "scale", "distribution", "mean", "responseRate", "csat", "csatWeighted", "nps", "sla",
                "satisfiedToDissatisfied", "watermelon",
                "drivers", "change", "nonResponse", "improvementPriorities", "suppressed");
    }

    private static MonthlyFigure figure(int responses) {
        MonthCells cells = new MonthCells(Scale.STARS);
        cells.add(Facts.skipped(SkipReason.NOT_DRAWN));
        for (int i = 0; i < responses; i++) {
            cells.add(Facts.scored("acme", 1 + i % 5, 0.3, true, "speed"));
        }
        List<StoredFigure> next = new Revisions(new SurveyMonth("incident", YearMonth.of(2026, 10)),
                new ReportingZone(ZoneId.of("Europe/Berlin")), false, false, 5, Instant.parse("2026-10-20T01:00:00Z"))
                .next(cells, Map.of());
        return next.get(0).figure();
    }
}
