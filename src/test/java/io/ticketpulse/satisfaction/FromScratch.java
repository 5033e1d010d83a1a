package io.ticketpulse.satisfaction;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import io.ticketpulse.invitation.Scale;
import io.ticketpulse.platform.ReportingZone;

/** The figures of somebody who knows all facts and nothing of what was published before. */
final class FromScratch {

    private FromScratch() {
    }

    /** All months are over. */
    static Map<FigureKey, MonthlyFigure> figures(Map<SurveyMonth, List<Fact>> facts, Function<SurveyMonth, Scale> scale,
            ReportingZone zone, int minimum) {
        Map<FigureKey, StoredFigure> stored = new HashMap<>();
        new TreeMap<>(facts).forEach((month, ofMonth) -> {
            MonthCells cells = new MonthCells(scale.apply(month));
            ofMonth.forEach(cells::add);
            new Revisions(month, zone, true, false, minimum, Instant.EPOCH).next(cells, stored)
                    .forEach(figure -> stored.put(figure.figure().key(), figure));
        });
        Map<FigureKey, MonthlyFigure> figures = new HashMap<>();
        stored.forEach((key, figure) -> figures.put(key, figure.figure()));
        return figures;
    }
}
