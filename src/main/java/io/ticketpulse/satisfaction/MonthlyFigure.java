package io.ticketpulse.satisfaction;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.SkipReason;

/**
 * What is published of one dimension value of one survey and month: the {@code data} of
 * {@code io.ticketpulse.satisfaction.monthly.v1} and an item of {@code GET /api/v1/satisfaction}.
 *
 * @param zone         the IANA zone in which the month began
 * @param from         the month's first instant
 * @param to           the first instant after the month
 * @param revision     1 for the first, one more each time
 * @param formula      the version of the formulas
 * @param coverage     {@code eligible / (closed − excluded)}, 0 to 1; null if all are excluded
 * @param responseRate {@code responded / delivered} of this cohort, 0 to 1; null if nothing was delivered
 * @param change       null if suppressed
 * @param nonResponse  of the whole survey only, else null; it is made of counts, which are never suppressed
 * @param improvementPriorities of the whole survey only, else null: at most one value of each dimension, the largest
 *                              shortfall first; null if suppressed
 * @param suppressed   whether there are too few responses to show {@code statistics} and {@code change}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record MonthlyFigure(
        String survey,
        YearMonth month,
        String zone,
        Instant from,
        Instant to,
        String dimension,
        String value,
        int revision,
        MonthStatus status,
        Instant computedAt,
        String formula,
        Counts counts,
        Map<SkipReason, Integer> skipped,
        Double coverage,
        Scale.Range scale,
        Double responseRate,
        Sla sla,
        @JsonUnwrapped Statistics statistics,
        Change change,
        NonResponse nonResponse,
        List<ImprovementPriority> improvementPriorities,
        boolean suppressed) {

    /** Satisfied means a satisfied sentiment on the survey's scale. */
    static final String FORMULA = "satisfied-share/1";

    FigureKey key() {
        return new FigureKey(survey, month, dimension, value);
    }

    /** The same figures as another revision. */
    MonthlyFigure as(int newRevision, MonthStatus newStatus, Instant newComputedAt) {
        return new MonthlyFigure(survey, month, zone, from, to, dimension, value, newRevision, newStatus,
                newComputedAt, formula, counts, skipped, coverage, scale, responseRate, sla, statistics, change,
                nonResponse, improvementPriorities, suppressed);
    }

    /** Whether the figures are the same, whatever their revision, status and time. */
    boolean says(MonthlyFigure other) {
        return equals(other.as(revision, status, computedAt));
    }

    /** Whether every {@link Comparison} with this has the same result as with the other. */
    boolean comparesLike(MonthlyFigure other) {
        return scale.equals(other.scale) && statistics.comparesLike(other.statistics);
    }
}
