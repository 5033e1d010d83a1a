package io.ticketpulse.response;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.ticketpulse.invitation.InvitedCustomer;
import io.ticketpulse.platform.CloudEventJson;
import io.ticketpulse.platform.Outbox;
import io.ticketpulse.platform.OutboxMessage;
import io.ticketpulse.platform.Topics;
import io.ticketpulse.platform.UniqueId;

/** Says on Kafka which responses count. */
@Singleton
class RespondedEvents {

    private final Outbox outbox;
    private final Topics topics;
    private final CloudEventJson json;
    private final ResponseSettings settings;

    RespondedEvents(Outbox outbox, Topics topics, CloudEventJson json, ResponseSettings settings) {
        this.outbox = outbox;
        this.topics = topics;
        this.json = json;
        this.settings = settings;
    }

    /**
     * A response counts from now on, for the first time; goes out with the running transaction.
     *
     * @param before what counted until now, null if nothing did
     */
    void append(InvitedCustomer customer, GivenResponse given, GivenResponse before) {
        append(given.id(), given.respondedAt(),
                RespondedData.of(customer, given, before == null ? null : before.answer(), true, comment(given)));
    }

    /** Somebody has ruled that something else counts; goes out with the running transaction. */
    void append(InvitedCustomer customer, Optional<GivenResponse> before, Optional<GivenResponse> after,
            Ruling ruling) {
        Optional<GivenResponse> out = before.filter(given -> ruling.ruling() == Ruling.Kind.QUARANTINE);
        out.ifPresent(given -> append(UniqueId.next(), ruling.at(),
                RespondedData.of(customer, given, given.answer(), false, comment(given))));
        Answer replaced = out.isPresent() ? null : before.map(GivenResponse::answer).orElse(null);
        after.ifPresent(given -> append(UniqueId.next(), ruling.at(),
                RespondedData.of(customer, given, replaced, true, comment(given))));
    }

    private String comment(GivenResponse given) {
        return settings.publishComments() ? given.answer().readableComment() : null;
    }

    private void append(UUID id, Instant time, RespondedData data) {
        outbox.append(List.of(new OutboxMessage(topics.surveyResponses(), data.key(), json.structured(id.toString(),
                "/surveys/" + data.survey(), RespondedData.TYPE, data.key(), time, data))));
    }
}
