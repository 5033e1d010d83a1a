package io.ticketpulse.demo;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The invented company: its customers, and the tickets they have. The same seed and the same moment give the same history.
 */
final class Company {

    /** How far back the history goes; the service must be told to accept closures that old. */
    static final Duration HISTORY = Duration.ofDays(92);

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int CUSTOMERS = 480;
    private static final int TICKETS_A_WORKING_DAY = 17;
    private static final int TICKETS_A_DAY_OFF = 3;
    private static final double REOPENED_SHARE = 0.04;

    private static final List<String> FIRST_NAMES = List.of("Amelie", "Björn", "Chiara", "Dmitri", "Elif", "Farid",
            "Greta", "Hanna", "Ivan", "Jakub", "Katarzyna", "Lena", "Matteo", "Nora", "Oskar", "Paula", "Quentin",
            "Rosa", "Sven", "Tamara", "Umut", "Vera", "Wanda", "Zoë");
    private static final List<String> LAST_NAMES = List.of("Albrecht", "Berger", "Costa", "Dubois", "Eriksson",
            "Fischer",
            "Gruber", "Horváth", "Ivanova", "Jansen", "Kowalska", "Lehmann", "Moreau", "Novák", "Olsen", "Petrov",
            "Rossi", "Schmid", "Tanaka", "Weber");
    private static final List<String> DEPARTMENTS = List.of("Sales", "Finance", "Production", "Logistics", "Research",
            "Human Resources");
    private static final List<String> LOCATIONS = List.of("Hamburg", "Wien", "Lyon", "Kraków");

    private final long seed;
    private final List<Requester> customers;

    Company(long seed) {
        this.seed = seed;
        this.customers = customers(new SplittableRandom(seed));
    }

    List<Requester> customers() {
        return customers;
    }

    /**
     * Everything the desks announced in the three months before a moment, oldest first.
     *
     * @param now the moment
     */
    List<DeskEvent> history(Instant now) {
        RandomGenerator random = new SplittableRandom(seed + 1);
        List<DeskEvent> events = new ArrayList<>();
        LocalDate last = LocalDate.ofInstant(now, ZONE);
        int number = 1000;
        for (LocalDate day = last.minus(HISTORY.toDays() - 1, ChronoUnit.DAYS); !day
                .isAfter(last); day = day.plusDays(1)) {
            for (int i = ticketsOn(day, random); i > 0; i--) {
                Instant closedAt = workingHour(day, random);
                add(events, ticket(random, Ticket.PREFIX + number++, anyCustomer(random), closedAt), now, random);
            }
        }
        events.sort(Comparator.comparing(DeskEvent::time));
        return events;
    }

    /** {@return some tickets of the person in front of the screen, closed a while before a moment} */
    List<DeskEvent> yours(Instant now) {
        RandomGenerator random = new SplittableRandom(seed + 2);
        List<DeskEvent> events = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            Instant closedAt = now.minus(Duration.ofMinutes(50L * i));
            events.add(DeskEvent.closed(ticket(random, Ticket.PREFIX + (900 + i), Requester.YOU, closedAt)));
        }
        return events;
    }

    /** {@return a ticket closed at this moment; moments at least a second apart give different tickets} */
    Ticket closedJustNow(Instant now, Requester requester) {
        long second = now.getEpochSecond();
        return ticket(new SplittableRandom(seed + second), Ticket.PREFIX + second % 100_000_000, requester, now);
    }

    Requester anyCustomer(RandomGenerator random) {
        return customers.get(random.nextInt(customers.size()));
    }

    private static void add(List<DeskEvent> events, Ticket ticket, Instant now, RandomGenerator random) {
        if (ticket.closedAt().isAfter(now)) {
            return;
        }
        events.add(DeskEvent.closed(ticket));
        Instant reopenedAt = ticket.closedAt().plus(Duration.ofHours(2));
        Instant closedAgainAt = reopenedAt.plus(Duration.ofHours(3));
        if (random.nextDouble() < REOPENED_SHARE && closedAgainAt.isBefore(now)) {
            Ticket again = ticket.closedAgainAt(closedAgainAt);
            events.add(DeskEvent.reopened(again, reopenedAt));
            events.add(DeskEvent.closed(again));
        }
    }

    private static Ticket ticket(RandomGenerator random, String number, Requester requester, Instant closedAt) {
        OfferedService service = any(OfferedService.ALL, random);
        String priority = List.of("P1", "P2", "P3", "P3", "P3", "P4").get(random.nextInt(6));
        Duration took = Duration.ofMinutes(30 + random.nextInt(3 * 24 * 60));
        return new Ticket(number, random.nextInt(4) == 0 ? "request" : "incident", service, requester, priority,
                any(service.complaints(), random), closedAt.minus(took), closedAt,
                random.nextDouble() < service.slaMetShare(), 0);
    }

    private static int ticketsOn(LocalDate day, RandomGenerator random) {
        boolean off = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        int usual = off ? TICKETS_A_DAY_OFF : TICKETS_A_WORKING_DAY;
        return usual - usual / 4 + random.nextInt(usual / 2 + 1);
    }

    private static Instant workingHour(LocalDate day, RandomGenerator random) {
        return ZonedDateTime.of(day.atTime(8, 0), ZONE).plusSeconds(random.nextInt(10 * 60 * 60)).toInstant();
    }

    private static List<Requester> customers(RandomGenerator random) {
        List<Requester> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            String first = FIRST_NAMES.get(i % FIRST_NAMES.size());
            String last = LAST_NAMES.get(i / FIRST_NAMES.size());
            customers.add(new Requester("c" + i, first + " " + last,
                    plainLetters(first) + "." + plainLetters(last) + "@customers.example",
                    random.nextInt(3) == 0 ? "de" : "en", any(DEPARTMENTS, random), any(LOCATIONS, random)));
        }
        return List.copyOf(customers);
    }

    private static String plainLetters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }

    private static <T> T any(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
