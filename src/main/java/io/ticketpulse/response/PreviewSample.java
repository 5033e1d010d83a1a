package io.ticketpulse.response;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.ticketpulse.closure.Requester;
import io.ticketpulse.closure.TicketClosure;
import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.InvitedCustomer;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.Survey;
import io.ticketpulse.platform.Wording;

/** Somebody made up, of whom no database knows, as the pages and mails want to have people. */
record PreviewSample(Wording t, Survey survey, Instant now) {

    private static final UUID INVITATION = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID CLOSURE = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final Duration CLOSED_BEFORE = Duration.ofDays(1);
    private static final Duration OPEN_FOR = Duration.ofDays(14);

    InvitedCustomer customer() {
        Instant closedAt = now.minus(CLOSED_BEFORE);
        TicketClosure closure = new TicketClosure(CLOSURE, "sample", "2041", 0, closedAt, "INC-2041", "incident",
                t.say("sample.summary"), null, null, null, null, null, null, null, null, Requester.UNKNOWN, null);
        return new InvitedCustomer(INVITATION, closure, YearMonth.from(closedAt.atZone(ZoneOffset.UTC)), survey,
                InvitationState.SENT, now, now.plus(OPEN_FOR), t.locale());
    }

    /** Somebody rather content, who had something to say and a reason. */
    Answer answer() {
        Scale scale = survey.scale();
        int score = scale == Scale.THUMBS ? scale.max() : scale.max() - 1;
        return new Answer(scale, score, t.say("sample.comment"),
                survey.drivers().names().stream().limit(1).toList());
    }

    /** What a link in the mail fills in. */
    SubmittedForm preselected(int score) {
        return new SubmittedForm(String.valueOf(score), null, List.of(), null);
    }

    /** What stands in a form that was sent. */
    SubmittedForm filled() {
        return AnswerPages.asForm(answer(), customer());
    }

    Nonce nonce() {
        return Nonce.fresh(INVITATION, 0, 0, now);
    }
}
