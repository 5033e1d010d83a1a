package io.ticketpulse.satisfaction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Unremovable;
import io.ticketpulse.invitation.Surveys;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.CloudEventJson;
import io.ticketpulse.platform.Outbox;
import io.ticketpulse.platform.ReportingZone;
import io.ticketpulse.platform.Topics;
import io.ticketpulse.platform.Transactions;

/** Further replicas on the same database, with a clock, a zone and accidents of their own, and what they have published. */
@Singleton
@Unremovable
class Replicas {

    private static final int COUNTED_AT_ONCE = 4;

    private final Transactions transactions;
    private final Surveys surveys;
    private final SatisfactionSettings settings;
    private final FactTable facts;
    private final ChangeLog changes;
    private final CellTable cells;
    private final CountedTable counted;
    private final MonthTable months;
    private final FigureTable figures;
    private final Outbox outbox;
    private final CloudEventJson events;
    private final Topics topics;
    private final SatisfactionMetrics metrics;
    private final ObjectMapper mapper;

    Replicas(Transactions transactions, Surveys surveys, SatisfactionSettings settings, FactTable facts,
            ChangeLog changes, CellTable cells, CountedTable counted, MonthTable months, FigureTable figures,
            Outbox outbox, CloudEventJson events, Topics topics, SatisfactionMetrics metrics, ObjectMapper mapper) {
        this.transactions = transactions;
        this.surveys = surveys;
        this.settings = settings;
        this.facts = facts;
        this.changes = changes;
        this.cells = cells;
        this.counted = counted;
        this.months = months;
        this.figures = figures;
        this.outbox = outbox;
        this.events = events;
        this.topics = topics;
        this.metrics = metrics;
        this.mapper = mapper;
    }

    /** What a replica dies of. */
    static final class Crash extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** @param crashes asked when a transaction has said everything but the commit, which then never comes */
    MonthPublisher publisher(Instant now, ReportingZone zone, BooleanSupplier crashes) {
        FigureEvents crashing = new FigureEvents(outbox, events, topics) {
            @Override
            void append(List<StoredFigure> revised) {
                super.append(revised);
                if (crashes.getAsBoolean()) {
                    throw new Crash();
                }
            }
        };
        return new MonthPublisher(transactions, clock(now), zone, settings, facts, changes,
                new MonthCount(cells, counted, changes, COUNTED_AT_ONCE), months, figures, crashing, metrics);
    }

    Publications publications(Instant now, ReportingZone zone) {
        return new Publications(surveys, publisher(now, zone, () -> false), transactions, changes, months, clock(now),
                metrics);
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    /** The newest revisions of these months. */
    Map<FigureKey, MonthlyFigure> newest(Collection<YearMonth> of) {
        return transactions.inNew(connection -> {
            Map<FigureKey, MonthlyFigure> newest = new HashMap<>();
            for (YearMonth month : of) {
                figures.around(connection, new SurveyMonth(Story.SURVEY, month))
                        .forEach((key, stored) -> newest.put(key, stored.figure()));
            }
            return newest;
        });
    }

    /** All events that wait in the outbox, in the order in which the relay carries them. */
    List<JsonNode> published() {
        return transactions.inNew(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT record_value FROM outbox WHERE topic = ? ORDER BY id")) {
                statement.setString(1, topics.satisfactionMonthly());
                return Batch.read(statement, row -> tree(row.getBytes("record_value")));
            }
        });
    }

    private JsonNode tree(byte[] json) {
        try {
            return mapper.readTree(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
