package io.ticketpulse.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.ticketpulse.benchmark.Round.Result;

/** What came out, for people. */
final class Report {

    private final BenchmarkSettings settings;
    private final List<Result> bare = new ArrayList<>();
    private final List<Result> service = new ArrayList<>();

    Report(BenchmarkSettings settings) {
        this.settings = settings;
    }

    void add(Result bareResult, Result serviceResult) {
        bare.add(bareResult);
        service.add(serviceResult);
    }

    /** {@return the median over the rounds of the service's speed divided by the plain program's} */
    double ratio() {
        double[] ratios = new double[bare.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = bare.get(i).warmSeconds() / service.get(i).warmSeconds();
        }
        return median(ratios);
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** {@return sentences that say what is not as it has to be; none if all is well} */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (int i = 0; i < bare.size(); i++) {
            complaints.addAll(StatementDigests.differences(bare.get(i).statements(), service.get(i).statements()));
            if (!bare.get(i).decisions().equals(service.get(i).decisions())) {
                complaints.add("The programs decided differently: " + bare.get(i).decisions() + " and "
                        + service.get(i).decisions());
            }
            if (service.get(i).mebibytes() > BenchmarkSettings.MEBIBYTES) {
                complaints.add("The service needed " + service.get(i).mebibytes() + " MiB");
            }
        }
        if (ratio() < settings.ratio()) {
            complaints.add(format("The service reaches %.2f of the plain program's speed", ratio()));
        }
        return complaints.stream().distinct().toList();
    }

    /** {@return a table in Markdown; processor time is that of the program alone, an event} */
    String table() {
        StringBuilder table = new StringBuilder(format("""
                | round | plain program | service | ratio | processor, plain | processor, service | memory, service |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: |
                """));
        for (int i = 0; i < bare.size(); i++) {
            double plain = settings.closures() / bare.get(i).warmSeconds();
            double ours = settings.closures() / service.get(i).warmSeconds();
            table.append(format("| %d | %,.0f/s | %,.0f/s | %.2f | %.0f µs | %.0f µs | %d MiB |%n", i + 1, plain, ours,
                    ours / plain, processor(bare.get(i)), processor(service.get(i)), service.get(i).mebibytes()));
        }
        return table.append(format("| median | | | **%.2f** | | | |%n", ratio())).toString();
    }

    private double processor(Result result) {
        return result.processorSeconds() * 1e6 / settings.closures();
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
