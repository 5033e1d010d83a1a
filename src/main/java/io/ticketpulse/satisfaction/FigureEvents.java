package io.ticketpulse.satisfaction;

import java.time.Instant;
import java.util.List;

import jakarta.inject.Singleton;

import io.ticketpulse.platform.CloudEventJson;
import io.ticketpulse.platform.Outbox;
import io.ticketpulse.platform.OutboxMessage;
import io.ticketpulse.platform.Topics;

/** Puts figures into the outbox, in the running transaction. */
@Singleton
class FigureEvents {

    private static final String TYPE = "io.ticketpulse.satisfaction.monthly.v1";

    private final Outbox outbox;
    private final CloudEventJson events;
    private final Topics topics;

    FigureEvents(Outbox outbox, CloudEventJson events, Topics topics) {
        this.outbox = outbox;
        this.events = events;
        this.topics = topics;
    }

    void append(List<StoredFigure> revised) {
        outbox.append(revised.stream().map(StoredFigure::figure).map(figure -> message(figure.key(), figure.revision(),
                figure.computedAt(), figure)).toList());
    }

    /** Says again what was said, letter for letter. */
    void appendAgain(List<FigureTable.Row> stored) {
        outbox.append(stored.stream().map(row -> message(row.key(), row.data().get("revision").intValue(),
                Instant.parse(row.data().get("computedAt").textValue()), row.data())).toList());
    }

    private OutboxMessage message(FigureKey key, int revision, Instant computedAt, Object data) {
        String text = key.text();
        return new OutboxMessage(topics.satisfactionMonthly(), text, events.structured(text + "/" + revision,
                "/surveys/" + key.survey(), TYPE, text, computedAt, data));
    }
}
