package io.ticketpulse.road;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is said of the closings that have one dimension value in common; formulas as in the contract. */
final class Cell {

    /** The 0.975 quantile of the normal distribution. */
    static final double Z = 1.959963984540054;

    private static final double Z2 = Z * Z;

    private final Scale scale;
    private final List<Line> lines;
    private final List<Line> answered;

    Cell(Scale scale, List<Line> lines) {
        this.scale = scale;
        this.lines = lines;
        this.answered = lines.stream().filter(line -> line.answer() != null).toList();
    }

    long satisfied() {
        return answered.stream().filter(line -> scale.satisfied(line.answer().score())).count();
    }

    int responded() {
        return answered.size();
    }

    void addCounts(FlatJson figure) {
        Map<String, Long> skipped = lines.stream().map(line -> line.reason).filter(Objects::nonNull)
                .collect(Collectors.groupingBy(reason -> reason, Collectors.counting()));
        skipped.forEach((reason, count) -> figure.put("skipped." + reason, count));
        if (skipped.isEmpty()) {
            figure.put("skipped", "{}");
        }
        long excluded = sum(skipped, "TOO_OLD", "EXCLUDED_TICKET", "NO_ADDRESS", "INVALID_ADDRESS", "EXCLUDED_ADDRESS",
                "SELF_RESOLVED");
        long unavailable = sum(skipped, "OPTED_OUT", "COOL_DOWN");
        long eligible = lines.size() - excluded - unavailable;
        long sampled = eligible - sum(skipped, "NOT_DRAWN", "MONTHLY_CAP");
        long pending = inState(Line.State.PENDING);
        long cancelled = inState(Line.State.CANCELLED);
        long sent = sampled - pending - cancelled;
        long withdrawn = inState(Line.State.WITHDRAWN);
        long known = lines.stream().filter(line -> line.closing.ticket().slaMet() != null).count();
        long met = lines.stream().filter(Cell::slaMet).count();
        figure.put("counts.closed", lines.size()).put("counts.excluded", excluded)
                .put("counts.unavailable", unavailable).put("counts.eligible", eligible)
                .put("counts.sampled", sampled).put("counts.pending", pending).put("counts.cancelled", cancelled)
                .put("counts.refused", 0).put("counts.sent", sent).put("counts.bounced", 0)
                .put("counts.withdrawn", withdrawn).put("counts.delivered", sent - withdrawn)
                .put("counts.responded", answered.size())
                .put("counts.commented", answered.stream().filter(line -> !line.answer().comment().isEmpty()).count())
                .put("counts.quarantined", 0)
                .put("counts.reopened", lines.stream().filter(line -> line.reopened).count())
                .put("coverage", ratio(eligible, lines.size() - excluded))
                .put("responseRate", ratio(answered.size(), sent - withdrawn))
                .put("sla.known", known).put("sla.met", met).put("sla.share", ratio(met, known));
    }

    /** @param capped whether the survey's cap was hit in the month, so that probabilities say nothing */
    void addStatistics(FlatJson figure, boolean capped) {
        int n = answered.size();
        int[] scores = answered.stream().mapToInt(line -> line.answer().score()).toArray();
        for (int score = scale.min(); score <= scale.max(); score++) {
            int wanted = score;
            figure.put("distribution." + score, Arrays.stream(scores).filter(given -> given == wanted).count());
        }
        double satisfied = satisfied();
        double dissatisfied = Arrays.stream(scores).filter(scale::dissatisfied).count();
        figure.put("mean", Arrays.stream(scores).average().orElseThrow());
        addShare(figure, "csat", "value", satisfied / n, n).put("csat.n", n);
        if (capped) {
            figure.put("csatWeighted", null);
        } else {
            Share weighted = weighted();
            addShare(figure, "csatWeighted", "value", weighted.value, weighted.size)
                    .put("csatWeighted.n", weighted.size);
        }
        figure.put("nps", null);
        if (scale == Scale.NPS) {
            double score = (satisfied - dissatisfied) / n;
            double half = Z * Math.sqrt(((satisfied + dissatisfied) / n - score * score) / n);
            figure.remove("nps").put("nps.value", 100 * score).put("nps.low", 100 * Math.max(-1, score - half))
                    .put("nps.high", 100 * Math.min(1, score + half));
        }
        figure.put("satisfiedToDissatisfied", ratio((long) satisfied, (long) dissatisfied));
        List<Line> green = answered.stream().filter(Cell::slaMet).toList();
        double red = green.stream().filter(line -> scale.dissatisfied(line.answer().score())).count();
        addShare(figure, "watermelon", "share", red / green.size(), green.size())
                .put("watermelon.slaMetAndResponded", green.size()).put("watermelon.ofThemDissatisfied", (long) red);
        addDrivers(figure);
    }

    private void addDrivers(FlatJson figure) {
        figure.put("drivers", "[]");
        for (String driver : List.of("reliability", "responsiveness")) {
            int[] scores = answered.stream().filter(line -> line.answer().drivers().contains(driver))
                    .mapToInt(line -> line.answer().score())
                    .filter(score -> scale.satisfied(score) || scale.dissatisfied(score)).toArray();
            if (scores.length > 0) {
                long satisfied = Arrays.stream(scores).filter(scale::satisfied).count();
                figure.remove("drivers").put("drivers." + driver + ".satisfied", satisfied)
                        .put("drivers." + driver + ".dissatisfied", scores.length - satisfied);
            }
        }
    }

    /** An estimated share and its effective sample size. */
    record Share(double value, double size) {}

    /** Hájek's estimate: each answer stands for 1/p closings; Kish's effective size. */
    Share weighted() {
        double satisfied = 0;
        double all = 0;
        double squares = 0;
        for (Line line : answered) {
            double weight = 1 / line.probability;
            satisfied += scale.satisfied(line.answer().score()) ? weight : 0;
            all += weight;
            squares += weight * weight;
        }
        return new Share(satisfied / all, all * all / squares);
    }

    private static FlatJson addShare(FlatJson figure, String path, String name, double share, double n) {
        double centre = (share + Z2 / (2 * n)) / (1 + Z2 / n);
        double half = Z / (1 + Z2 / n) * Math.sqrt(share * (1 - share) / n + Z2 / (4 * n * n));
        return figure.put(path + "." + name, n == 0 ? null : share).put(path + ".low", n == 0 ? null : centre - half)
                .put(path + ".high", n == 0 ? null : centre + half);
    }

    private static boolean slaMet(Line line) {
        return Boolean.TRUE.equals(line.closing.ticket().slaMet());
    }

    private long inState(Line.State state) {
        return lines.stream().filter(line -> line.state == state).count();
    }

    private static long sum(Map<String, Long> counts, String... names) {
        return Arrays.stream(names).mapToLong(name -> counts.getOrDefault(name, 0L)).sum();
    }

    private static Double ratio(long part, long whole) {
        return whole == 0 ? null : Double.valueOf((double) part / whole);
    }
}
