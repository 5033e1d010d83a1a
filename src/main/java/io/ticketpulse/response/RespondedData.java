package io.ticketpulse.response;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ticketpulse.closure.TicketClosure;
import io.ticketpulse.invitation.InvitedCustomer;
import io.ticketpulse.invitation.Scale;

/**
 * The data of {@code io.ticketpulse.survey.responded.v1}; schemas/survey.responded.v1.json says what each field means.
 * Null is unknown or none, and is written.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RespondedData(String survey, String desk, String ticketId, String ticketNumber, int cycle, String month,
        int revision, int score, Integer previousScore, ScaleData scale, String sentiment, List<String> drivers,
        String comment, String respondedAt, boolean counted, String ticketType, String service, String category,
        String assignmentGroup, String priority, String department, String location, Boolean slaMet, String alert) {

    static final String TYPE = "io.ticketpulse.survey.responded.v1";

    /** The scale by its ends. */
    record ScaleData(String kind, int min, int max) {}

    /**
     * A response that counts from now on.
     *
     * @param previousScore the score that counted before, null if none did
     * @param comment       null unless comments are published
     */
    static RespondedData of(InvitedCustomer customer, GivenResponse given, Integer previousScore, String comment) {
        TicketClosure closure = customer.closure();
        Scale scale = customer.survey().scale();
        int score = given.answer().score();
        return new RespondedData(customer.survey().name(), closure.desk(), closure.ticketId(), closure.ticketNumber(),
                closure.cycle(), customer.month().toString(), given.revision(), score, previousScore,
                new ScaleData(scale.wireName(), scale.min(), scale.max()), scale.sentimentOf(score).wireName(),
                given.answer().drivers(), comment, given.respondedAt().toString(), true, closure.ticketType(),
                closure.service(), closure.category(), closure.assignmentGroup(), closure.priority(),
                closure.requester().department(), closure.requester().location(), closure.slaMet(),
                Alert.between(previousScore, score, customer.survey().alertAtOrBelow()).wireName());
    }

    /** The record key: everything said about one closure stays in order. */
    String key() {
        return survey + "/" + desk + "/" + ticketId + "/" + cycle;
    }
}
