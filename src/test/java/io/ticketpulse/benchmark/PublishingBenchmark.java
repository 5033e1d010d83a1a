package io.ticketpulse.benchmark;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.ticketpulse.benchmark.MonthOfFacts.Sums;
import io.ticketpulse.servers.EmbeddedMySql;
import io.ticketpulse.servers.EmbeddedServers;
import io.ticketpulse.servers.Folders;

/**
 * Changes a part of a large month, and compares how long the service takes to publish what that changes with how long the
 * database takes to read the month once, in the same round.
 */
public final class PublishingBenchmark {

    private static final String TOPIC = "itsm.tickets";
    /** Rounds before those that count, for the compiler of the service. */
    private static final int WARM_UP = 3;

    private PublishingBenchmark() {
    }

    private record Round(int changed, double scanSeconds, double publishingSeconds) {

        double ratio() {
            return publishingSeconds / scanSeconds;
        }
    }

    /** Ends with status 0 if publishing is fast enough, else 1. */
    public static void main(String[] arguments) throws Exception {
        PublishingSettings settings = PublishingSettings.ofSystemProperties();
        Folders.delete(settings.folder());
        List<Round> rounds = new ArrayList<>();
        try (EmbeddedServers servers = EmbeddedServers.start(Benchmark.plan(settings.folder()));
                Ledger ledger = Ledger.create(servers.mySql(), "publishing");
                MonthOfFacts month = new MonthOfFacts(ledger.jdbcUrl())) {
            say("A month of %,d closures.", settings.closures());
            month.fill(settings.closures());
            Workload workload = new Workload(servers.kafka().bootstrapServers(), TOPIC, "publishing",
                    ledger.jdbcUrl(), EmbeddedMySql.USER);
            try (PublishingService service = PublishingService.start(workload, settings)) {
                say("Counted for the first time in %.1f s.", seconds(() -> service.publish(month.month())));
                for (int number = 1; number <= WARM_UP; number++) {
                    round(service, month, settings.percent(), -number);
                }
                StatementDigests before = ledger.statements();
                for (int number = 1; number <= settings.rounds(); number++) {
                    rounds.add(round(service, month, settings.percent(), number));
                }
                Files.write(settings.folder().resolve("publishing.statements"),
                        ledger.statements().since(before).lines());
            }
        }
        System.out.println();
        System.out.println(table(rounds));
        System.exit(median(rounds) <= settings.ratio() ? 0 : 1);
    }

    private static Round round(PublishingService service, MonthOfFacts month, int percent, int number)
            throws Exception {
        int changed = month.change(percent, number);
        // Twice, so that the first time finds in memory what the second finds there.
        month.scan();
        double scan = seconds(month::scan);
        double publishing = seconds(() -> service.publish(month.month()));
        Sums expected = month.scan();
        Sums published = service.published(month.month());
        if (!published.equals(expected)) {
            throw new IllegalStateException("Published is " + published + ", but there are " + expected);
        }
        Round round = new Round(changed, scan, publishing);
        say("%s, %,d closures changed: scan %.2f s, publishing %.2f s", number < 0 ? "Warm-up" : "Round " + number,
                changed, scan, publishing);
        return round;
    }

    private interface Work {
        Object run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double median(List<Round> rounds) {
        return Report.median(rounds.stream().mapToDouble(Round::ratio).toArray());
    }

    /** {@return a table in Markdown} */
    private static String table(List<Round> rounds) {
        StringBuilder table = new StringBuilder("""
                | round | changed | one scan | publishing | ratio |
                | --- | ---: | ---: | ---: | ---: |
                """);
        for (int i = 0; i < rounds.size(); i++) {
            Round round = rounds.get(i);
            table.append(format("| %d | %,d | %.2f s | %.2f s | %.2f |%n", i + 1, round.changed, round.scanSeconds,
                    round.publishingSeconds, round.ratio()));
        }
        return table.append(format("| median | | | | **%.2f** |%n", median(rounds))).toString();
    }

    private static void say(String text, Object... values) {
        System.out.print(format(text + "%n", values));
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
