package io.ticketpulse.satisfaction;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.ticketpulse.closure.Dimension;
import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.SkipReason;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The data set whose figures R has computed: {@code figures/facts.csv}, one line a closure. */
final class ReferenceFacts {

    private ReferenceFacts() {
    }

    static List<CSVRecord> lines(String file) {
        try (var reader = new InputStreamReader(Objects.requireNonNull(
                ReferenceFacts.class.getResourceAsStream("/figures/" + file)), StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).getRecords();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The closures of one month of the survey on this scale. */
    static MonthCells cells(Scale scale, YearMonth month) {
        MonthCells cells = new MonthCells(scale);
        lines("facts.csv").stream()
                .filter(line -> line.get("scale").equals(scale.name()) && line.get("month").equals(month.toString()))
                .map(ReferenceFacts::fact).forEach(cells::add);
        return cells;
    }

    private static Fact fact(CSVRecord line) {
        Map<Dimension, String> values = Facts.desk(line.get("desk"));
        values.put(Dimension.PRIORITY, line.get("priority"));
        values.put(Dimension.ASSIGNMENT_GROUP, line.get("assignmentGroup"));
        String hours = given(line, "hoursToResolve");
        String reason = given(line, "skipped");
        String state = given(line, "invitation");
        String probability = given(line, "probability");
        String score = given(line, "score");
        String slaMet = given(line, "slaMet");
        String drivers = given(line, "drivers");
        return new Fact(values, slaMet == null ? null : Boolean.valueOf(slaMet),
                hours == null ? null : Duration.ofHours(Long.parseLong(hours)),
                reason == null ? null : SkipReason.valueOf(reason),
                probability == null ? null : Double.valueOf(probability),
                state == null ? null : InvitationState.valueOf(state), Boolean.parseBoolean(line.get("reopened")),
                score == null ? null : Scale.valueOf(line.get("scale")), score == null ? null : Integer.valueOf(score),
                Boolean.parseBoolean(line.get("commented")), Boolean.parseBoolean(line.get("quarantined")),
                drivers == null ? List.of() : List.of(drivers.split(";")));
    }

    private static String given(CSVRecord line, String column) {
        String value = line.get(column);
        return value.isEmpty() ? null : value;
    }
}
