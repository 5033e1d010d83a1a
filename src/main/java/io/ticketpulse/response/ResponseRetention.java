package io.ticketpulse.response;

import java.util.Collection;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.UniqueId;

/** Deletes what customers said about closures whose time is up. */
@Singleton
public class ResponseRetention {

    private final Transactions transactions;

    ResponseRetention(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Deletes responses, and what was ruled about them, in the running transaction.
     *
     * @param invitations locked
     * @return how many responses
     */
    public int purge(Collection<UUID> invitations) {
        return transactions.here(connection -> {
            Batch.execute(connection,
                    """
                            DELETE response_ruling FROM response_ruling JOIN response ON response.id = response_ruling.response_id
                            WHERE response.invitation_id IN (%s)""",
                    UniqueId.keys(invitations));
            return Batch.execute(connection, "DELETE FROM response WHERE invitation_id IN (%s)",
                    UniqueId.keys(invitations));
        });
    }
}
