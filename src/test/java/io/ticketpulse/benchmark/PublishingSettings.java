package io.ticketpulse.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be chosen of the benchmark of publishing on the command line, as {@code -Dbenchmark.publishing.…}.
 *
 * @param closures of the month
 * @param percent of them that change before each publication
 * @param rounds of changing, scanning and publishing
 * @param ratio of a publication to a scan that may be reached at the most
 * @param flags further flags of the service's JVM
 * @param service the packaged service
 * @param folder data of the servers and logs; emptied first
 */
record PublishingSettings(int closures, int percent, int rounds, double ratio, List<String> flags, Path service,
        Path folder) {

    static PublishingSettings ofSystemProperties() {
        return new PublishingSettings(Integer.parseInt(property("publishing.closures")),
                Integer.parseInt(property("publishing.percent")), Integer.parseInt(property("publishing.rounds")),
                Double.parseDouble(property("publishing.ratio")),
                Stream.of(property("flags").split(" ")).filter(flag -> !flag.isBlank()).toList(),
                Path.of(property("service")), Path.of(property("folder")));
    }

    private static String property(String name) {
        return System.getProperty("benchmark." + name);
    }
}
