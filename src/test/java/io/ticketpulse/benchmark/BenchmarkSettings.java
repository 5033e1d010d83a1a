package io.ticketpulse.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be chosen on the command line, as {@code -Dbenchmark.…}.
 *
 * @param closures the backlog that is timed
 * @param warmUp closures before it, for the compilers of both programs, not timed
 * @param rounds of each program
 * @param ratio the least share of the plain program's speed that passes
 * @param flags further flags of both JVMs, for example {@code -XX:StartFlightRecording=filename=/tmp}
 * @param service the packaged service
 * @param folder data of the servers and logs; emptied first
 */
record BenchmarkSettings(int closures, int warmUp, int rounds, double ratio, List<String> flags, Path service,
        Path folder) {

    /** The whole process, not only its heap. */
    static final int MEBIBYTES = 512;

    static BenchmarkSettings ofSystemProperties() {
        return new BenchmarkSettings(Integer.parseInt(property("closures")), Integer.parseInt(property("warm-up")),
                Integer.parseInt(property("rounds")), Double.parseDouble(property("ratio")),
                Stream.of(property("flags").split(" ")).filter(flag -> !flag.isBlank()).toList(),
                Path.of(property("service")), Path.of(property("folder")));
    }

    private static String property(String name) {
        return System.getProperty("benchmark." + name);
    }

    int all() {
        return warmUp + closures;
    }
}
