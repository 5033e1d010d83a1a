package io.ticketpulse.closure;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.ticketpulse.closure.RequesterLookUpTable.Waiting;
import io.ticketpulse.closure.desk.LookUpFailedException;
import io.ticketpulse.closure.desk.PersonEntry;
import io.ticketpulse.platform.Failures;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * Asks desks who the requesters of waiting closures are. Closures are claimed in one transaction, looked up outside any,
 * and told of each in its own. After the deadline a desk is asked one last time, so that no address is lost while this
 * service was away.
 */
@ApplicationScoped
class RequesterLookUpJob {

    private static final Logger LOG = Logger.getLogger(RequesterLookUpJob.class);
    /** Looked up all at once: a batch takes no longer than its slowest look-up. */
    private static final int BATCH = 8;
    private static final int CLAIM_IN_TIMEOUTS = 3;

    private final WaitingClosures closures;
    private final DeskDirectories directories;
    private final IntakeMetrics metrics;
    private final Clock clock;
    private volatile boolean stopping;

    RequesterLookUpJob(WaitingClosures closures, DeskDirectories directories, IntakeMetrics metrics, Clock clock) {
        this.closures = closures;
        this.directories = directories;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    synchronized void lookUpWhatIsDue() {
        int claimed;
        do {
            if (stopping) {
                return;
            }
            Instant now = clock.instant();
            List<Waiting> batch = closures.claim(now,
                    now.plus(DeskDirectories.TIMEOUT.multipliedBy(CLAIM_IN_TIMEOUTS)), BATCH);
            claimed = batch.size();
            Multi.createFrom().iterable(batch).onItem().transformToUni(this::carryOut).merge(BATCH)
                    .collect().asList().await().indefinitely();
        } while (claimed == BATCH);
    }

    /** Waits for what is under way. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        synchronized (this) {
            LOG.debug("No more look-ups");
        }
    }

    /** Whatever goes wrong with one closure, the others go on; it is claimed again later. */
    private Uni<Waiting> carryOut(Waiting waiting) {
        return Uni.createFrom().item(waiting).emitOn(Infrastructure.getDefaultWorkerPool()).invoke(this::lookUp)
                .onFailure().invoke(failure -> LOG.warnf("A closure waits for its requester to be looked up again: %s",
                        Failures.inWords(failure)))
                .onFailure().recoverWithItem(waiting);
    }

    private void lookUp(Waiting waiting) {
        if (!directories.canAsk(waiting.desk())) {
            // The settings lost the look-up, and may get it back.
            giveUpOrPostpone(waiting, waiting.deadline());
            return;
        }
        Optional<PersonEntry> remembered = directories.remembered(waiting.desk(), waiting.requesterId());
        if (remembered.isPresent()) {
            tell(waiting, remembered.get(), IntakeMetrics.REMEMBERED);
            return;
        }
        Optional<Instant> rest = directories.rest(waiting.desk());
        if (rest.isPresent()) {
            giveUpOrPostpone(waiting, rest.get());
            return;
        }
        try {
            PersonEntry entry = directories.ask(waiting.desk(), waiting.requesterId());
            tell(waiting, entry, entry.email() == null ? IntakeMetrics.NO_ADDRESS : IntakeMetrics.FOUND);
        } catch (Exception failure) {
            failed(waiting, failure);
        }
    }

    private void tell(Waiting waiting, PersonEntry entry, String outcome) {
        closures.tell(waiting, entry, clock.instant());
        metrics.lookedUp(waiting.desk(), outcome);
    }

    private void failed(Waiting waiting, Exception failure) {
        metrics.lookedUp(waiting.desk(), IntakeMetrics.FAILED);
        if (!(failure instanceof CircuitBreakerOpenException)) {
            LOG.warnf("The desk %s did not say who a requester is (attempt %d): %s", waiting.desk(),
                    waiting.attempts(),
                    failure instanceof LookUpFailedException failed ? failed.getMessage() : Failures.inWords(failure));
        }
        Instant next = clock.instant().plus(LookUpPause.after(waiting.attempts()));
        giveUpOrPostpone(waiting, directories.rest(waiting.desk()).filter(next::isBefore).orElse(next));
    }

    private void giveUpOrPostpone(Waiting waiting, Instant nextAttemptAt) {
        if (!clock.instant().isBefore(waiting.deadline())) {
            tell(waiting, PersonEntry.NOBODY, IntakeMetrics.GIVEN_UP);
        } else {
            closures.postpone(waiting, nextAttemptAt.isBefore(waiting.deadline()) ? nextAttemptAt : waiting.deadline());
        }
    }
}
