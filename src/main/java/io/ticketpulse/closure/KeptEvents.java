package io.ticketpulse.closure;

import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.ticketpulse.platform.Outbox;
import io.ticketpulse.platform.OutboxMessage;
import io.ticketpulse.platform.Topics;
import io.ticketpulse.platform.Transactions;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Ticket events that the brokers did not take in time, in the outbox, which relays them in order. */
@ApplicationScoped
class KeptEvents {

    private final Transactions transactions;
    private final Outbox outbox;
    private final Topics topics;

    KeptEvents(Transactions transactions, Outbox outbox, Topics topics) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.topics = topics;
    }

    /** Whether events of one of the same tickets are kept, which these must not overtake. */
    @Blocking
    @Timeout(300)
    @Bulkhead(value = 10, waitingTaskQueue = 400)
    @CircuitBreaker(requestVolumeThreshold = 5, failureRatio = 0.8, delay = 3, delayUnit = ChronoUnit.SECONDS)
    Uni<Boolean> holdOthersOf(List<OutboxMessage> messages) {
        return Uni.createFrom().item(() -> transactions.inNew(connection -> outbox.holds(connection, topics.tickets(),
                messages.stream().map(OutboxMessage::key).toList())));
    }

    /** Keeps events, durably. It is tried however often it failed before: it may be the last resort. */
    @Blocking
    @Timeout(700)
    @Bulkhead(value = 10, waitingTaskQueue = 400)
    Uni<Void> keep(List<OutboxMessage> messages) {
        return Uni.createFrom().item(() -> transactions.inNew(connection -> {
            outbox.append(messages);
            return null;
        }));
    }
}
