package io.ticketpulse.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.ticketpulse.servers.ChildProcess;
import io.ticketpulse.servers.EmbeddedMySql;
import io.ticketpulse.servers.EmbeddedServers;

/** One program takes in the whole backlog, from the first event to the last row, into an empty database. */
final class Round {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int PAUSE_MILLIS = 10;

    private final BenchmarkSettings settings;
    private final EmbeddedServers servers;
    private final String topic;

    /**
     * @param coldSeconds from the first row to the last, warm-up included
     * @param warmSeconds for the timed closures
     * @param processorSeconds of the program alone for the timed closures; it does not depend on what else the machine does
     * @param mebibytes the most memory that the process ever had
     */
    record Result(Contender contender, double coldSeconds, double warmSeconds, double processorSeconds, long mebibytes,
            StatementDigests statements, Map<String, String> decisions) {}

    private interface Counter {
        long count() throws SQLException;
    }

    Round(BenchmarkSettings settings, EmbeddedServers servers, String topic) {
        this.settings = settings;
        this.servers = servers;
        this.topic = topic;
    }

    Result run(Contender contender, int number) throws IOException, SQLException, InterruptedException {
        String name = contender.name().toLowerCase(Locale.ROOT) + "_" + number;
        Path log = settings.folder().resolve(name + ".log");
        try (Ledger ledger = Ledger.create(servers.mySql(), name)) {
            Workload workload = new Workload(servers.kafka().bootstrapServers(), topic, name, ledger.jdbcUrl(),
                    EmbeddedMySql.USER);
            try (ChildProcess program = ChildProcess.start(contender.command(workload, settings), log)) {
                long first = await(ledger::inserted, 1, program, log);
                long warm = await(ledger::inserted, settings.warmUp(), program, log);
                double processorBefore = processorSeconds();
                StatementDigests before = ledger.statements();
                await(ledger::inserted, settings.all(), program, log);
                long end = await(ledger::stored, settings.all(), program, log);
                double processor = processorSeconds() - processorBefore;
                StatementDigests statements = ledger.statements().since(before);
                Files.write(settings.folder().resolve(name + ".statements"), statements.lines());
                return new Result(contender, (end - first) / 1e9, (end - warm) / 1e9, processor, peakMemory(),
                        statements, ledger.decisions());
            }
        }
    }

    /** {@return when it was so, in nanoseconds} */
    private static long await(Counter counter, int wanted, ChildProcess program, Path log)
            throws SQLException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (counter.count() < wanted) {
            if (!program.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("The program ended or stopped; its log says why: " + log);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return System.nanoTime();
    }

    private static ProcessHandle program() {
        return ProcessHandle.current().descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/java")).findFirst().orElseThrow();
    }

    private static double processorSeconds() {
        return program().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    /** The "high water mark" of the resident set, see proc(5). */
    private static long peakMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + program().pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElseThrow();
    }
}
