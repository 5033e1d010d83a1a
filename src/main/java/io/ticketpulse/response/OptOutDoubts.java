package io.ticketpulse.response;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.ticketpulse.invitation.OptOutPressed;
import io.ticketpulse.platform.Transactions;

/** Who opens all links of a mail and then sends every form is a machine: nobody answers from two pages at once. */
@Singleton
class OptOutDoubts {

    private final Transactions transactions;

    OptOutDoubts(Transactions transactions) {
        this.transactions = transactions;
    }

    void pressed(@Observes OptOutPressed press) {
        List<GivenResponse> history = transactions
                .here(connection -> ResponseTable.historyOf(connection, press.invitation()));
        if (history.stream().anyMatch(given -> wasSentSince(press.shownAt(), given))) {
            press.doubt();
        }
    }

    private static boolean wasSentSince(Instant shownAt, GivenResponse given) {
        return Stream.of(given.respondedAt(), given.repeatedAt()).filter(Objects::nonNull)
                .anyMatch(shownAt::isBefore);
    }
}
