package io.ticketpulse.closure;

import java.util.Comparator;

/** What a ticket is known by, in the order in which tickets are locked. */
record TicketKey(String desk, String ticketId) implements Comparable<TicketKey> {

    private static final Comparator<TicketKey> ORDER = Comparator.comparing(TicketKey::desk)
            .thenComparing(TicketKey::ticketId);

    @Override
    public int compareTo(TicketKey other) {
        return ORDER.compare(this, other);
    }
}
