package io.ticketpulse.satisfaction;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whoever has the published figures and can solve linear equations. Everything that adds up is a sum over answers: how
 * often each score was given, the satisfied, the sum of the scores, promoters less detractors, the answers behind green
 * agreements, each driver. Each equation says what such sums of some cells come to; {@link #derived()} is every cell that
 * follows, by Gauss and Jordan.
 */
final class Attacker {

    private static final double NOTHING = 1e-7;

    private final List<Equation> equations = new ArrayList<>();

    /** The cells' sums, each times its factor, are together what is known. */
    private record Equation(Map<FigureKey, Double> factors, Map<String, Double> known) {

        void divide(double by) {
            factors.replaceAll((key, factor) -> factor / by);
            known.replaceAll((name, sum) -> sum / by);
        }

        void subtract(Equation other, double times) {
            other.factors.forEach((key, factor) -> factors.merge(key, -times * factor, Double::sum));
            factors.values().removeIf(factor -> Math.abs(factor) < NOTHING);
            other.known.forEach((name, sum) -> known.merge(name, -times * sum, Double::sum));
        }
    }

    /** Has read what is not suppressed and knows that what is empty has no answers. */
    static Attacker withEveryFigure(PublishedYear year) {
        Attacker attacker = new Attacker();
        for (YearMonth month : year.months()) {
            for (String dimension : PublishedYear.DIMENSIONS) {
                List<MonthlyFigure> figures = year.figures(month, dimension);
                figures.stream().filter(figure -> !figure.suppressed())
                        .forEach(figure -> attacker.reads(figure.key(), figure.statistics()));
                figures.stream().filter(figure -> figure.counts().responded() == 0)
                        .forEach(figure -> attacker.adds(List.of(figure.key()), Map.of()));
                if (!year.all(month).suppressed()) {
                    attacker.adds(figures.stream().map(MonthlyFigure::key).toList(),
                            sums(year.all(month).statistics()));
                }
            }
        }
        return attacker;
    }

    /** The satisfied alone, but also by what has changed; of settled months, which are exact. */
    static Attacker withEveryShare(PublishedYear year) {
        Attacker attacker = new Attacker();
        for (YearMonth month : year.months().stream().filter(year::isSettled).toList()) {
            for (String dimension : PublishedYear.DIMENSIONS) {
                List<MonthlyFigure> figures = year.figures(month, dimension);
                figures.stream().filter(figure -> !figure.suppressed()).forEach(figure -> {
                    attacker.adds(List.of(figure.key()), satisfied(figure.statistics()));
                    attacker.learns(year, figure, figure.key().in(month.minusMonths(1)),
                            figure.change().previousMonth());
                    attacker.learns(year, figure, figure.key().in(month.minusYears(1)),
                            figure.change().previousYear());
                });
                figures.stream().filter(figure -> figure.counts().responded() == 0)
                        .forEach(figure -> attacker.adds(List.of(figure.key()), Map.of()));
                if (!year.all(month).suppressed()) {
                    attacker.adds(figures.stream().map(MonthlyFigure::key).toList(),
                            satisfied(year.all(month).statistics()));
                }
            }
        }
        return attacker;
    }

    /** The earlier month's share is this month's less the change; how many it is of is among the counts. */
    void learns(PublishedYear year, MonthlyFigure now, FigureKey earlier,
            Comparison change) {
        if (change.csat() != null) {
            adds(List.of(earlier), Map.of("satisfied", (now.statistics().csat().value() - change.csat())
                    * year.stored.get(earlier).figure().counts().responded()));
        }
    }

    private static Map<String, Double> satisfied(Statistics shown) {
        return Map.of("satisfied", sums(shown).getOrDefault("satisfied", 0.0));
    }

    /** Reads a cell's figures. */
    void reads(FigureKey cell, Statistics shown) {
        adds(List.of(cell), sums(shown));
    }

    /** Knows what cells have together. */
    void adds(List<FigureKey> cells, Map<String, Double> together) {
        Map<FigureKey, Double> factors = new HashMap<>();
        cells.forEach(cell -> factors.put(cell, 1.0));
        equations.add(new Equation(factors, new TreeMap<>(together)));
    }

    /** Everything in a figure that adds up, the mean and the shares times the number they are of. */
    static Map<String, Double> sums(Statistics shown) {
        Map<String, Double> sums = new TreeMap<>();
        shown.distribution().forEach((score, times) -> sums.put("score " + score, (double) times));
        if (shown.csat() != null) {
            sums.put("satisfied", shown.csat().value() * shown.csat().n());
            sums.put("sum of scores", shown.mean() * shown.csat().n());
        }
        if (shown.nps() != null) {
            sums.put("promoters less detractors", shown.nps().value() / 100 * shown.csat().n());
        }
        sums.put("green", (double) shown.watermelon().slaMetAndResponded());
        sums.put("watermelons", (double) shown.watermelon().ofThemDissatisfied());
        shown.drivers().forEach(driver -> {
            sums.put("praises " + driver.driver(), (double) driver.satisfied());
            sums.put("blames " + driver.driver(), (double) driver.dissatisfied());
        });
        return rounded(sums);
    }

    /** The sums of every cell that is determined. */
    Map<FigureKey, Map<String, Double>> derived() {
        List<Equation> open = new ArrayList<>(equations);
        List<Equation> solved = new ArrayList<>();
        while (!open.isEmpty()) {
            Equation next = open.remove(open.size() - 1);
            Optional<FigureKey> pivot = next.factors.keySet().stream().findFirst();
            if (pivot.isPresent()) {
                FigureKey cell = pivot.get();
                next.divide(next.factors.get(cell));
                List.of(open, solved).forEach(others -> others.stream()
                        .filter(other -> other.factors.containsKey(cell))
                        .forEach(other -> other.subtract(next, other.factors.get(cell))));
                solved.add(next);
            }
        }
        Map<FigureKey, Map<String, Double>> derived = new HashMap<>();
        solved.stream().filter(equation -> equation.factors.size() == 1).forEach(
                equation -> derived.put(equation.factors.keySet().iterator().next(), rounded(equation.known)));
        return derived;
    }

    /** What adds up is whole; what is zero says nothing. */
    private static Map<String, Double> rounded(Map<String, Double> sums) {
        Map<String, Double> rounded = new TreeMap<>();
        sums.forEach((name, sum) -> {
            if (Math.abs(sum) > NOTHING) {
                rounded.put(name, Math.rint(sum * 1e6) / 1e6);
            }
        });
        return rounded;
    }
}
