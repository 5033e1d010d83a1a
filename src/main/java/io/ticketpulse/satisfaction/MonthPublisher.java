package io.ticketpulse.satisfaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.ticketpulse.invitation.Scale;
import io.ticketpulse.platform.ReportingZone;
import io.ticketpulse.platform.Transactions;

/**
 * Counts what has changed in one month of one survey and publishes what is new, under the lock of the month: whoever comes
 * at the same time waits, and then finds nothing left to publish. Many changes are counted in several transactions; the
 * last of them publishes. Whatever is not committed is still in the change log for whoever comes next.
 */
@Singleton
class MonthPublisher {

    /** After how many months a month is compared with. */
    static final int[] LATER = {1, 12};

    private final Transactions transactions;
    private final Clock clock;
    private final ReportingZone zone;
    private final SatisfactionSettings settings;
    private final FactTable facts;
    private final ChangeLog changes;
    private final MonthCount count;
    private final MonthTable months;
    private final FigureTable figures;
    private final FigureEvents events;
    private final SatisfactionMetrics metrics;

    MonthPublisher(Transactions transactions, Clock clock, ReportingZone zone, SatisfactionSettings settings,
            FactTable facts, ChangeLog changes, MonthCount count, MonthTable months, FigureTable figures,
            FigureEvents events, SatisfactionMetrics metrics) {
        this.transactions = transactions;
        this.clock = clock;
        this.zone = zone;
        this.settings = settings;
        this.facts = facts;
        this.changes = changes;
        this.count = count;
        this.months = months;
        this.figures = figures;
        this.events = events;
        this.metrics = metrics;
    }

    /**
     * Publishes what is new of a month; nothing if no closure of the survey is in it, or if it is sealed.
     *
     * @param today the scale of the survey by the settings of now; null if they no longer have it
     */
    Publication publish(SurveyMonth month, Scale today) {
        return publish(month, today, false);
    }

    /** Publishes what is new of a month, which must be settled, for the last time. */
    void publishAndSeal(SurveyMonth month, Scale today) {
        publish(month, today, true);
    }

    private Publication publish(SurveyMonth month, Scale today, boolean forTheLastTime) {
        Publication publication = metrics.timed(() -> {
            Optional<Publication> published;
            do {
                published = transactions.inNew(connection -> publish(connection, month, today, forTheLastTime));
            } while (published.isEmpty());
            return published.get();
        });
        metrics.revised(publication.revised());
        return publication;
    }

    /** @return nothing if there is more to count before anything can be published */
    private Optional<Publication> publish(Connection connection, SurveyMonth month, Scale today,
            boolean forTheLastTime) throws SQLException {
        Optional<MonthTable.State> state = months.lock(connection, month);
        if (state.isEmpty()) {
            return Optional.of(Publication.NOTHING);
        }
        if (state.get().sealed()) {
            changes.removeAll(connection, month);
            return Optional.of(Publication.NOTHING);
        }
        Optional<Publication> publication = publish(connection, month, state.get(), today, forTheLastTime);
        if (forTheLastTime && publication.isPresent()) {
            months.seal(connection, month, clock.instant());
        }
        return publication;
    }

    private Optional<Publication> publish(Connection connection, SurveyMonth month, MonthTable.State state, Scale today,
            boolean forTheLastTime) throws SQLException {
        Scale scale = scale(state, today);
        // What is final is not to be revised because another version of ours would say more.
        boolean asItIs = forTheLastTime && state.settled() && !changes.hasAny(connection, month);
        if (scale == null || asItIs) {
            return Optional.of(Publication.NOTHING);
        }
        if (!state.counted()) {
            changes.appendAll(connection, month);
            months.count(connection, month);
            return Optional.empty();
        }
        MonthCount.Result counted = count.count(connection, month, scale);
        return counted.upToDate()
                ? Optional.of(publish(connection, month, counted.cells(), state.settled()))
                : Optional.empty();
    }

    /** A month that is final stays on its scale, and so does one whose survey is gone; null if there is none. */
    static Scale scale(MonthTable.State state, Scale today) {
        return today == null || state.settled() && state.scale() != null ? state.scale() : today;
    }

    private Publication publish(Connection connection, SurveyMonth month, MonthCells cells, boolean settledBefore)
            throws SQLException {
        Map<FigureKey, StoredFigure> stored = figures.around(connection, month);
        Instant now = clock.instant();
        boolean settled = settledBefore || isSettled(month, now);
        List<StoredFigure> revised = new Revisions(month, zone, settled, settledBefore, settings.minimumResponses(),
                now).next(cells, stored);
        figures.replace(connection, revised);
        events.append(revised);
        months.published(connection, month, cells.scale(), settled);
        List<SurveyMonth> followers = followers(connection, month, revised, stored);
        changes.appendOverdue(connection, followers);
        return new Publication(cells.size(), revised, followers);
    }

    /** Whether a month is over and everybody has had the time to answer. */
    boolean isSettled(SurveyMonth month, Instant now) {
        return !now.isBefore(zone.endOf(month.month()).plus(settings.finalAfter()));
    }

    /**
     * Sends the figures of a sealed month again as they are.
     *
     * @return how many
     */
    int publishAgain(SurveyMonth month) {
        return transactions.inNew(connection -> {
            months.lock(connection, month);
            List<FigureTable.Row> stored = figures.ofMonth(connection, month);
            events.appendAgain(stored);
            return stored.size();
        });
    }

    /**
     * The month after and the same month next year, which compare themselves with this one. If there are facts of one, it
     * may be computed at this very moment, by somebody who does not see yet what we found.
     */
    private List<SurveyMonth> followers(Connection connection, SurveyMonth month, Collection<StoredFigure> revised,
            Map<FigureKey, StoredFigure> stored) throws SQLException {
        List<SurveyMonth> followers = new ArrayList<>();
        for (int later : compareOtherwise(revised, stored) ? LATER : new int[0]) {
            if (facts.hasAny(connection, month.plusMonths(later))) {
                followers.add(month.plusMonths(later));
            }
        }
        return followers;
    }

    /** Whether later months have to compare themselves anew. */
    static boolean compareOtherwise(Collection<StoredFigure> revised, Map<FigureKey, StoredFigure> stored) {
        return revised.stream().anyMatch(figure -> {
            StoredFigure before = stored.get(figure.figure().key());
            return before == null
                    ? !figure.figure().statistics().comparesLike(Statistics.SUPPRESSED)
                    : !figure.figure().comparesLike(before.figure());
        });
    }

    /**
     * What a computation led to.
     *
     * @param computed  how many figures there are
     * @param revised   those of which a new revision was published
     * @param followers the months that are to be computed now because they compare themselves with this one
     */
    record Publication(int computed, List<StoredFigure> revised, List<SurveyMonth> followers) {

        static final Publication NOTHING = new Publication(0, List.of(), List.of());
    }
}
