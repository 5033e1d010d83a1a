package io.ticketpulse.road;

import static io.ticketpulse.road.Closing.ZONE;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.ticketpulse.road.Arrival.Closed;
import io.ticketpulse.road.Arrival.News;
import io.ticketpulse.road.Arrival.Reopened;
import io.ticketpulse.road.TicketRecords.Form;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Two desks that tell of 500 closings in three months: in all three forms, twice, out of order, and between broken
 * records. Everything follows from the numbers of the tickets.
 */
final class Desks {

    static final List<YearMonth> MONTHS = List.of(YearMonth.of(2025, 2), YearMonth.of(2025, 3), YearMonth.of(2025, 4));

    private static final int TICKETS = 415;
    private static final int FIRST_OF_THE_REOPENED = 501;
    private static final int REOPENED = 24;
    private static final int SECOND_TICKET = 1_000;
    private static final int ANCIENT_TICKET = 2_000;
    /** The first and the last microsecond of each month in the zone, none of which is one in UTC. */
    private static final List<Instant> EDGES = Stream.of("2025-01-31T23:00:00Z", "2025-02-28T22:59:59.999999Z",
            "2025-02-28T23:00:00Z", "2025-03-31T21:59:59.999999Z", "2025-03-31T22:00:00Z",
            "2025-04-30T21:59:59.999999Z").map(Instant::parse).toList();

    private final List<Placed> placed = new ArrayList<>();

    private Desks() {
    }

    private record Placed(int position, Arrival arrival) {}

    /** What is on the topic before anybody was asked. */
    static List<Arrival> first() {
        Desks desks = new Desks();
        IntStream.rangeClosed(1, TICKETS).forEach(desks::closeOnce);
        IntStream.range(0, REOPENED).forEach(desks::closeTwice);
        desks.tell(40, Form.BARE, new Closing(ticket(ANCIENT_TICKET, "incident", email(ANCIENT_TICKET)), 0,
                Instant.parse("2010-05-05T10:00:00Z")), true);
        spread(desks, BrokenRecords.deadLetters(), 23);
        spread(desks, BrokenRecords.ignored(), 101);
        return desks.inOrder();
    }

    /** What follows when the mails are out and the quick customers have answered. */
    static List<Arrival> later() {
        Desks desks = new Desks();
        for (int number = 1; number <= TICKETS; number++) {
            if (number % 26 == 7) {
                desks.closeAgain(number);
            }
            if (number % 20 == 3) {
                Ticket second = ticket(SECOND_TICKET + number, "incident", email(number));
                desks.tell(number, Form.STRUCTURED, new Closing(second, 0, closedAt(number + 1)), true);
            }
        }
        return desks.inOrder();
    }

    /** The tickets of {@link #later()} that were closed before. */
    static List<Ticket> closedAgainLater() {
        return IntStream.rangeClosed(1, TICKETS).filter(number -> number % 26 == 7).mapToObj(Desks::ticket).toList();
    }

    private void closeOnce(int number) {
        Closing closing = new Closing(ticket(number), 0, closedAt(number));
        boolean counts = number % 4 == 0;
        tell(number, form(number), closing, counts);
        if (number % 10 == 0) {
            repeat(number + (number % 50 == 0 ? 200 : 1), form(number + 1), closing, counts);
        }
        if (number % 13 == 0) {
            Closing sameAgain = new Closing(closing.ticket(), 0, closing.closedAt().plus(Duration.ofHours(1)));
            repeat(number + 30, form(number), sameAgain, counts);
        }
    }

    /** Closed, reopened and closed again, in four orders of arrival that all mean the same two closings. */
    private void closeTwice(int index) {
        int number = FIRST_OF_THE_REOPENED + index;
        int at = 15 * index;
        // Half of them in one batch, the others in several.
        int later = index % 8 < 4 ? 1 : 40;
        Closing before = new Closing(ticket(number), 0, closedAt(number));
        Closing after = new Closing(before.ticket(), 1, before.closedAt().plus(Duration.ofHours(5)));
        switch (index % 4) {
            case 0 -> {
                tell(at, form(index), before, false);
                reopen(at + later, before, new Reopened(before));
                tell(at + 2 * later, form(index + 1), after, false);
            }
            case 1 -> {
                tell(at, form(index), after, true);
                tell(at + later, form(index + 1), before, true, new Reopened(before));
            }
            case 2 -> {
                tell(at, form(index), before, false);
                repeat(at + later, form(index), after, false);
                reopen(at + 2 * later, before, new Reopened(before), new Closed(after));
            }
            default -> {
                reopen(at, before);
                tell(at + later, form(index), after, false);
                tell(at + 2 * later, form(index + 1), before, false, new Reopened(before));
            }
        }
    }

    private void closeAgain(int number) {
        Closing before = new Closing(ticket(number), 0, closedAt(number));
        boolean counts = number % 4 == 0;
        reopen(number, before, new Reopened(before));
        tell(number + 1, Form.BARE, new Closing(before.ticket(), 1, before.closedAt().plus(Duration.ofHours(3))),
                counts);
        repeat(number + 2, Form.BINARY, before, counts);
    }

    private void tell(int position, Form form, Closing closing, boolean withCount, News... more) {
        place(position, TicketRecords.closed(form, closing, withCount),
                Stream.concat(Stream.of(new Closed(closing)), Stream.of(more)).toList());
    }

    private void repeat(int position, Form form, Closing known, boolean withCount) {
        place(position, TicketRecords.closed(form, known, withCount), List.of());
    }

    private void reopen(int position, Closing closing, News... news) {
        place(position, TicketRecords.reopened(position % 2 == 0 ? Form.STRUCTURED : Form.BINARY, closing.ticket(),
                closing.closedAt().plus(Duration.ofMinutes(90))), List.of(news));
    }

    private void place(int position, ProducerRecord<byte[], byte[]> record, List<News> news) {
        placed.add(new Placed(position, new Arrival(record, news, false)));
    }

    private static void spread(Desks desks, List<Arrival> arrivals, int distance) {
        for (int i = 0; i < arrivals.size(); i++) {
            desks.placed.add(new Placed(distance * i, arrivals.get(i)));
        }
    }

    private List<Arrival> inOrder() {
        return placed.stream().sorted(Comparator.comparingInt(Placed::position)).map(Placed::arrival).toList();
    }

    private static Form form(int number) {
        return Form.values()[number % 3];
    }

    private static Instant closedAt(int number) {
        if (number <= EDGES.size()) {
            return EDGES.get(number - 1);
        }
        Instant start = month(number).atDay(1).atStartOfDay(ZONE).toInstant();
        return start.plus(Duration.ofHours(37L * number % (27 * 24))).plusSeconds(number);
    }

    private static YearMonth month(int number) {
        return MONTHS.get(number / 7 % 3);
    }

    private static Ticket ticket(int number) {
        String type = switch (number % 12) {
            case 1 -> null;
            case 2, 9 -> "project";
            case 6 -> "Incident";
            case 11 -> month(number).equals(MONTHS.get(0)) ? "change" : "a kind of its own";
            default -> "incident";
        };
        return ticket(number, number < FIRST_OF_THE_REOPENED ? type : "request", email(number));
    }

    private static Ticket ticket(int number, String type, String email) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("ticketType", type);
        values.put("service", pick(number % 6, "Workplace", "VPN", "Büro/Netz & Co", null, "Workplace", "ERP"));
        values.put("category", number % 30 == 11 ? "Test" : pick(number % 4, null, "Hardware", "Software", "Hardware"));
        values.put("assignmentGroup", "Team " + number % 5);
        values.put("priority", pick(number % 7, "P1", "p2", "p2", "p3", "p3", "p4", null));
        values.put("department", number % 50 == 1 ? "Legal" : pick(number % 3, "Sales", "Production", "Sales"));
        values.put("location", number % 29 == 4 ? "Łódź" : pick(number % 2, "Köln", null));
        values.values().removeIf(value -> value == null);
        return new Ticket(number, number % 3 == 1 ? "emea-zammad" : "acme-jira", values,
                number % 5 == 0 ? null : number % 5 != 1, email,
                number % 40 == 35 ? email.toUpperCase(Locale.ROOT) : "agent@desk.example");
    }

    private static String pick(int index, String... values) {
        return values[index];
    }

    private static String email(int number) {
        return switch (number % 40) {
            case 10 -> null;
            case 20 -> "not an address";
            case 30 -> "NoReply@customer.example";
            // The same person as the ticket before, whatever the letters.
            default -> number % 15 == 5
                    ? "PERSON-" + (number - 1) + "@Customer.Example"
                    : "person-" + number + "@customer.example";
        };
    }
}
