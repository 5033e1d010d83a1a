package io.ticketpulse.response;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.ticketpulse.invitation.Invitations;
import io.ticketpulse.invitation.InvitedCustomer;
import io.ticketpulse.platform.Failures;
import io.ticketpulse.platform.Transactions;
import org.jboss.logging.Logger;

/** Lets responses count, and says so, once their burst window is over. Any replica may, all at once, and twice. */
@ApplicationScoped
class Settling {

    private static final Logger LOG = Logger.getLogger(Settling.class);
    private static final int BATCH = 200;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Invitations invitations;
    private final Transactions transactions;
    private final RespondedEvents events;
    private final Event<ResponsesCounted> counted;
    private final ResponseMetrics metrics;
    private final Clock clock;

    Settling(Invitations invitations, Transactions transactions, RespondedEvents events,
            Event<ResponsesCounted> counted, ResponseMetrics metrics, Clock clock) {
        this.invitations = invitations;
        this.transactions = transactions;
        this.events = events;
        this.counted = counted;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void settleDue() {
        try {
            Instant now = clock.instant();
            List<UUID> due = transactions.here(connection -> ResponseTable.dueToSettle(connection, now, BATCH));
            for (UUID invitation : due) {
                settleOrPostpone(invitation, now);
            }
        } catch (Transactions.DatabaseException failure) {
            LOG.warnf("Responses wait to be counted, next try in a second: %s", failure.getMessage());
        }
    }

    /** What cannot be settled makes room for the rest, however much of it there is. */
    private void settleOrPostpone(UUID invitation, Instant now) {
        try {
            settle(invitation, now);
        } catch (RuntimeException failure) {
            LOG.errorf("A response waits to be counted, next try in %d s: %s", PAUSE.toSeconds(),
                    Failures.inWords(failure));
            metrics.notSettled();
            transactions.inNew(connection -> ResponseTable.postpone(connection, invitation, now, now.plus(PAUSE)));
        }
    }

    /** One invitation a transaction, because whatever locks several must agree with everybody else on an order. */
    private void settle(UUID invitation, Instant now) {
        int settled = transactions.inNew(connection -> {
            Optional<InvitedCustomer> customer = invitations.lock(invitation);
            if (customer.isEmpty()) {
                // The settings no longer have its survey; it may come back.
                ResponseTable.postpone(connection, invitation, now, now.plus(PAUSE));
                return 0;
            }
            return settle(connection, customer.get(), now);
        });
        metrics.settled(settled);
    }

    private int settle(Connection connection, InvitedCustomer customer, Instant now) throws SQLException {
        List<GivenResponse> history = ResponseTable.historyOf(connection, customer.id());
        int upTo = history.stream().filter(given -> given.waits() && !given.settlesAt().isAfter(now))
                .mapToInt(GivenResponse::revision).max().orElse(0);
        GivenResponse counting = history.stream().filter(GivenResponse::counts).findAny().orElse(null);
        int settled = 0;
        for (GivenResponse given : history) {
            if (given.waits() && given.revision() <= upTo) {
                if (counting != null) {
                    ResponseTable.supersede(connection, counting);
                }
                ResponseTable.settle(connection, given);
                events.append(customer, given, counting);
                counting = given;
                settled++;
            }
        }
        if (settled > 0) {
            counted.fire(new ResponsesCounted(List.of(Standings.of(customer, Optional.of(counting.answer()),
                    history.stream().anyMatch(GivenResponse::quarantined)))));
        }
        return settled;
    }
}
