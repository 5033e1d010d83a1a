package io.ticketpulse.deliveries;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What the desks send: 5,000 closings, each twice, and some reopenings, also twice. Some tickets are closed, reopened and
 * closed again; the rest are closed once. A repetition comes some time after the first, maybe when its ticket has moved
 * on.
 */
final class Deliveries {

    static final int CLOSINGS = 5_000;
    private static final int CLOSED_TWICE = 200;
    private static final int CLOSED_ONCE = CLOSINGS - 2 * CLOSED_TWICE;

    private Deliveries() {
    }

    static List<Change> changes(int ticket) {
        return ticket < CLOSED_TWICE ? List.of(Change.values()) : List.of(Change.CLOSED);
    }

    /** Each event once, those of one ticket in order. */
    static List<Delivery> once() {
        return Stream.iterate(0, ticket -> ticket < CLOSED_TWICE + CLOSED_ONCE, ticket -> ticket + 1)
                .flatMap(ticket -> changes(ticket).stream().map(change -> new Delivery(ticket, change))).toList();
    }

    /** All of them, in the order in which they are sent. */
    static List<Delivery> inOrder() {
        Random random = new Random(20260203);
        List<Moment> moments = new ArrayList<>();
        for (int ticket = 0; ticket < CLOSED_TWICE + CLOSED_ONCE; ticket++) {
            List<Change> changes = changes(ticket);
            double pause = 0.9 / changes.size();
            double first = random.nextDouble() * pause;
            for (Change change : changes) {
                double at = first + change.ordinal() * pause;
                Delivery delivery = new Delivery(ticket, change);
                moments.add(new Moment(at, delivery));
                moments.add(new Moment(at + random.nextDouble(0.01, 0.4), delivery));
            }
        }
        return moments.stream().sorted(Comparator.comparing(Moment::at)).map(Moment::delivery).toList();
    }

    private record Moment(double at, Delivery delivery) {}
}
