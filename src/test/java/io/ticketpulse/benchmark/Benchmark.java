package io.ticketpulse.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

import io.ticketpulse.benchmark.Round.Result;
import io.ticketpulse.servers.EmbeddedServers;
import io.ticketpulse.servers.Folders;
import io.ticketpulse.servers.ServersPlan;

/** Fills the backlog, lets the two programs take it in, one after the other, several times, and says who was how fast. */
public final class Benchmark {

    private static final String TOPIC = "itsm.tickets.backlog";

    private Benchmark() {
    }

    /** Ends with status 0 if the service is fast and small enough, else 1. */
    public static void main(String[] arguments) throws Exception {
        BenchmarkSettings settings = BenchmarkSettings.ofSystemProperties();
        Folders.delete(settings.folder());
        Report report = new Report(settings);
        try (EmbeddedServers servers = EmbeddedServers.start(plan(settings.folder()))) {
            say("A backlog of %,d closures, and %,d before it to warm up. %d cores, load %.1f.", settings.closures(),
                    settings.warmUp(), Runtime.getRuntime().availableProcessors(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            Backlog.fill(servers.kafka().bootstrapServers(), TOPIC, settings.all());
            Round round = new Round(settings, servers, TOPIC);
            for (int number = 1; number <= settings.rounds(); number++) {
                Result bare = run(round, Contender.BARE, number, settings);
                Result service = run(round, Contender.SERVICE, number, settings);
                report.add(bare, service);
            }
        }
        System.out.println();
        System.out.println(report.table());
        List<String> complaints = report.complaints();
        complaints.forEach(System.out::println);
        System.exit(complaints.isEmpty() ? 0 : 1);
    }

    /** A crash of the machine loses nothing, and memory as on a small server of its own. */
    static ServersPlan plan(Path folder) {
        return ServersPlan.durable(folder, 0, 0, 0)
                .only(EnumSet.of(ServersPlan.Part.MYSQL, ServersPlan.Part.KAFKA))
                .withMySqlFlags("--innodb-buffer-pool-size=512M", "--innodb-redo-log-capacity=256M");
    }

    private static Result run(Round round, Contender contender, int number, BenchmarkSettings settings)
            throws Exception {
        Result result = round.run(contender, number);
        say("Round %d, %-7s %7.0f events/s (%.1f s; %.1f s with warm-up), %d MiB", number, contender,
                settings.closures() / result.warmSeconds(), result.warmSeconds(), result.coldSeconds(),
                result.mebibytes());
        return result;
    }

    private static void say(String text, Object... values) {
        System.out.printf(Locale.ROOT, text + "%n", values);
    }
}
