package io.ticketpulse.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Does what is due: sends, reminds, expires. Mails are claimed in one transaction, sent outside any, and stamped each
 * in its own, so that a process that dies sends a mail twice at worst, and never none.
 */
@ApplicationScoped
class InvitationJob {

    private static final int CONNECTIONS = 4;
    /** So few that they are done before the claim ends, even if the mail server answers none of them. */
    private static final int BATCH = 3 * CONNECTIONS;

    private final DueInvitations due;
    private final MailWriter writer;
    private final ReactiveMailer mailer;
    private final MailSettings settings;
    private final Clock clock;

    InvitationJob(DueInvitations due, MailWriter writer, ReactiveMailer mailer, MailSettings settings, Clock clock) {
        this.due = due;
        this.writer = writer;
        this.mailer = mailer;
        this.settings = settings;
        this.clock = clock;
    }

    private record Outgoing(DueInvitation invitation, Mail mail, boolean reminder) {}

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void doWhatIsDue() {
        int left = settings.perSecond();
        int done = BATCH;
        while (done == BATCH && left > 0) {
            done = doBatch(Math.min(left, BATCH));
            left -= done;
        }
    }

    /** At most so many; how many there were. */
    private int doBatch(int most) {
        Instant now = clock.instant();
        List<DueInvitation> claimed = due.claim(now, now.plus(settings.timeout().multipliedBy(4)), most);
        List<Outgoing> mails = new ArrayList<>();
        for (DueInvitation invitation : claimed) {
            switch (invitation.action(now)) {
                case SEND -> compose(invitation, writer::invitation, false).ifPresent(mails::add);
                case REMIND -> compose(invitation, writer::reminder, true).ifPresent(mails::add);
                case GIVE_UP -> due.giveUp(invitation);
                case EXPIRE -> due.expire(invitation);
                case WAIT -> due.waitForEnd(invitation);
            }
        }
        Multi.createFrom().iterable(mails).onItem().transformToUni(this::send).merge(CONNECTIONS)
                .collect().last().await().indefinitely();
        return claimed.size();
    }

    private Optional<Outgoing> compose(DueInvitation invitation, BiFunction<InvitedCustomer, String, Mail> write,
            boolean reminder) {
        Optional<InvitedCustomer> customer = due.customer(invitation);
        if (customer.isEmpty()) {
            // The settings no longer have its survey; it may come back before the invitation is over.
            due.postpone(invitation, clock.instant());
        }
        return customer.map(known -> new Outgoing(invitation, write.apply(known, invitation.address()), reminder));
    }

    private Uni<Void> send(Outgoing outgoing) {
        return mailer.send(outgoing.mail).ifNoItem().after(settings.timeout()).fail()
                .map(accepted -> Delivery.ACCEPTED).onFailure().recoverWithItem(Delivery::of)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(delivery -> due.stamp(outgoing.invitation, outgoing.reminder, delivery, clock.instant()))
                .replaceWithVoid();
    }
}
