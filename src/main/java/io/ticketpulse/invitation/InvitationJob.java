package io.ticketpulse.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.mailer.Mail;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.jboss.logging.Logger;

/**
 * Does what is due: sends, reminds, expires. Invitations are claimed in one transaction, mailed outside any, and
 * stamped each in its own, so that a process that dies sends a mail twice at worst, and never none.
 */
@ApplicationScoped
class InvitationJob {

    private static final Logger LOG = Logger.getLogger(InvitationJob.class);
    /** So few that they are done before the claim ends, even if the mail server answers none of them. */
    private static final int BATCH = 3 * MailHandover.CONNECTIONS;
    private static final int CLAIM_IN_TIMEOUTS = 4;

    private final DueInvitations due;
    private final MailWriter writer;
    private final MailHandover handover;
    private final MailSettings settings;
    private final Clock clock;
    private volatile boolean stopping;

    InvitationJob(DueInvitations due, MailWriter writer, MailHandover handover, MailSettings settings, Clock clock) {
        this.due = due;
        this.writer = writer;
        this.handover = handover;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    synchronized void doWhatIsDue() {
        int mailsLeft = settings.perSecond();
        int wanted;
        int claimed;
        do {
            if (stopping || handover.isStuck(clock.instant())) {
                return;
            }
            Instant now = clock.instant();
            wanted = Math.min(BATCH, mailsLeft);
            List<DueInvitation> batch = due.claim(now,
                    now.plus(settings.timeout().multipliedBy(CLAIM_IN_TIMEOUTS)), wanted);
            claimed = batch.size();
            List<Boolean> mailed = Multi.createFrom().iterable(batch).onItem().transformToUni(this::carryOut)
                    .merge(MailHandover.CONNECTIONS).collect().asList().await().indefinitely();
            mailsLeft -= (int) mailed.stream().filter(Boolean::booleanValue).count();
        } while (claimed == wanted && mailsLeft > 0);
    }

    /** Waits for what is under way, so that every mail that was taken is stamped. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        synchronized (this) {
            LOG.debug("No more mails");
        }
    }

    /** Whether it was a mail. Whatever goes wrong with one invitation, the others go on; it is claimed again later. */
    private Uni<Boolean> carryOut(DueInvitation invitation) {
        return Uni.createFrom().deferred(() -> carryOut(invitation, clock.instant()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure().invoke(failure -> LOG.warnf("An invitation waits for another try: %s",
                        failure.getClass().getName()))
                .onFailure().recoverWithItem(false);
    }

    private Uni<Boolean> carryOut(DueInvitation invitation, Instant now) {
        return switch (invitation.action(now)) {
            case SEND -> mail(invitation, writer::invitation, false, now);
            case REMIND -> mail(invitation, writer::reminder, true, now);
            case GIVE_UP -> done(() -> due.giveUp(invitation));
            case EXPIRE -> done(() -> due.expire(invitation));
            case FORGET -> done(() -> due.forget(invitation));
            case WAIT -> done(() -> due.waitUntil(invitation, invitation.row().expiresAt()));
        };
    }

    private static Uni<Boolean> done(Runnable work) {
        work.run();
        return Uni.createFrom().item(false);
    }

    private Uni<Boolean> mail(DueInvitation invitation, BiFunction<InvitedCustomer, String, Mail> write,
            boolean reminder, Instant now) {
        Optional<InvitedCustomer> customer = due.customer(invitation);
        if (customer.isEmpty()) {
            // It ended a moment ago, or the settings no longer have its survey, which may come back.
            return done(() -> due.postpone(invitation, now));
        }
        Instant opens = due.opensAt(customer.get(), now);
        if (opens.isAfter(now)) {
            return done(() -> due.waitUntil(invitation, opens));
        }
        return handover.hand(write.apply(customer.get(), invitation.address()), now)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(delivery -> due.stamp(invitation, reminder, delivery, clock.instant()))
                .replaceWith(true);
    }
}
