package io.ticketpulse.response;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ticketpulse.closure.TicketClosure;
import io.ticketpulse.invitation.InvitedCustomer;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.Survey;

/**
 * The data of {@code io.ticketpulse.survey.responded.v1}; schemas/survey.responded.v1.json says what each field means.
 * Null is unknown or none, and is written.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RespondedData(String survey, String desk, String ticketId, String ticketNumber, int cycle, String month,
        int revision, int score, Integer previousScore, Scale.Range scale, String sentiment, List<String> drivers,
        String comment, String respondedAt, boolean counted, String ticketType, String service, String category,
        String assignmentGroup, String priority, String department, String location, Boolean slaMet, String alert) {

    static final String TYPE = "io.ticketpulse.survey.responded.v1";

    /**
     * A response that counts from now on, or does not any more.
     *
     * @param before  the answer that counted before, null if none did; on another scale it says nothing here
     * @param counted false if it does not any more
     * @param comment null unless comments are published
     */
    static RespondedData of(InvitedCustomer customer, GivenResponse given, Answer before, boolean counted,
            String comment) {
        TicketClosure closure = customer.closure();
        Scale scale = given.answer().scale();
        Integer previousScore = before == null || before.scale() != scale ? null : before.score();
        int score = given.answer().score();
        return new RespondedData(customer.survey().name(), closure.desk(), closure.ticketId(), closure.ticketNumber(),
                closure.cycle(), customer.month().toString(), given.revision(), score, previousScore,
                scale.range(), scale.sentimentOf(score).wireName(),
                given.answer().drivers(), comment, given.respondedAt().toString(), counted, closure.ticketType(),
                closure.service(), closure.category(), closure.assignmentGroup(), closure.priority(),
                closure.requester().department(), closure.requester().location(), closure.slaMet(),
                alert(customer.survey(), scale, previousScore, counted ? score : null).wireName());
    }

    private static Alert alert(Survey survey, Scale scale, Integer before, Integer after) {
        return scale == survey.scale() ? Alert.between(before, after, survey.alertAtOrBelow()) : Alert.NONE;
    }

    /** The record key: everything said about one closure stays in order. */
    String key() {
        return survey + "/" + desk + "/" + ticketId + "/" + cycle;
    }
}
