package io.ticketpulse.response;

import java.util.List;

import jakarta.inject.Singleton;

import io.ticketpulse.invitation.InvitedCustomer;
import io.ticketpulse.platform.CloudEventJson;
import io.ticketpulse.platform.Outbox;
import io.ticketpulse.platform.OutboxMessage;
import io.ticketpulse.platform.Topics;

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
     * A response counts from now on; goes out with the running transaction.
     *
     * @param before what counted until now, null if nothing did
     */
    void append(InvitedCustomer customer, GivenResponse given, GivenResponse before) {
        RespondedData data = RespondedData.of(customer, given, before == null ? null : before.answer(),
                settings.publishComments() ? given.answer().comment() : null);
        outbox.append(List.of(new OutboxMessage(topics.surveyResponses(), data.key(),
                json.structured(given.id().toString(), "/surveys/" + data.survey(), RespondedData.TYPE, data.key(),
                        given.respondedAt(), data))));
    }
}
