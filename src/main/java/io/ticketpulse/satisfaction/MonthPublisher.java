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

import io.ticketpulse.invitation.Survey;
import io.ticketpulse.platform.CloudEventJson;
import io.ticketpulse.platform.Outbox;
import io.ticketpulse.platform.OutboxMessage;
import io.ticketpulse.platform.ReportingZone;
import io.ticketpulse.platform.Topics;
import io.ticketpulse.platform.Transactions;

/**
 * Computes one month of one survey and publishes what has changed, in one transaction and under the lock of the month:
 * whoever comes at the same time waits, and then finds nothing left to publish.
 */
@Singleton
class MonthPublisher {

    private static final String EVENT_TYPE = "io.ticketpulse.satisfaction.monthly.v1";

    private final Transactions transactions;
    private final Clock clock;
    private final ReportingZone zone;
    private final SatisfactionSettings settings;
    private final FactTable facts;
    private final ChangeLog changes;
    private final MonthTable months;
    private final FigureTable figures;
    private final Outbox outbox;
    private final CloudEventJson events;
    private final Topics topics;
    private final SatisfactionMetrics metrics;

    MonthPublisher(Transactions transactions, Clock clock, ReportingZone zone, SatisfactionSettings settings,
            FactTable facts, ChangeLog changes, MonthTable months, FigureTable figures, Outbox outbox,
            CloudEventJson events, Topics topics, SatisfactionMetrics metrics) {
        this.transactions = transactions;
        this.clock = clock;
        this.zone = zone;
        this.settings = settings;
        this.facts = facts;
        this.changes = changes;
        this.months = months;
        this.figures = figures;
        this.outbox = outbox;
        this.events = events;
        this.topics = topics;
        this.metrics = metrics;
    }

    /** Publishes what is new of a month; nothing if no closure of the survey is in it. */
    Publication publish(Survey survey, SurveyMonth month) {
        Publication publication = metrics.timed(
                () -> transactions.inNew(connection -> publish(connection, survey, month)));
        metrics.revised(publication.revised());
        return publication;
    }

    private Publication publish(Connection connection, Survey survey, SurveyMonth month) throws SQLException {
        Optional<Boolean> settledBefore = months.lock(connection, month);
        if (settledBefore.isEmpty()) {
            return Publication.NOTHING;
        }
        List<Long> entries = changes.entries(connection, month);
        MonthCells cells = new MonthCells(survey.scale());
        facts.forEach(connection, month, cells::add);
        Map<FigureKey, StoredFigure> stored = figures.around(connection, month);

        Instant now = clock.instant();
        boolean settled = settledBefore.get() || isSettled(month, now);
        List<StoredFigure> revised = new Revisions(month, zone, settled, settledBefore.get(),
                settings.minimumResponses(), now).next(cells, stored);

        figures.replace(connection, revised);
        outbox.append(revised.stream().map(this::message).toList());
        if (settled) {
            months.settle(connection, month);
        }
        changes.remove(connection, entries);
        List<SurveyMonth> followers = followers(connection, month, revised, stored);
        changes.append(connection, followers);
        return new Publication(cells.size(), revised, followers);
    }

    /** Whether a month is over and everybody has had the time to answer. */
    boolean isSettled(SurveyMonth month, Instant now) {
        return !now.isBefore(zone.endOf(month.month()).plus(settings.finalAfter()));
    }

    private OutboxMessage message(StoredFigure stored) {
        MonthlyFigure figure = stored.figure();
        String key = figure.key().text();
        return new OutboxMessage(topics.satisfactionMonthly(), key,
                events.structured(key + "/" + figure.revision(), "/surveys/" + figure.survey(), EVENT_TYPE, key,
                        figure.computedAt(), figure));
    }

    /**
     * The month after and the same month next year, which compare themselves with this one. If there are facts of one, it
     * may be computed at this very moment, by somebody who does not see yet what we found.
     */
    private List<SurveyMonth> followers(Connection connection, SurveyMonth month, Collection<StoredFigure> revised,
            Map<FigureKey, StoredFigure> stored) throws SQLException {
        boolean compareOtherwise = revised.stream().anyMatch(figure -> {
            StoredFigure before = stored.get(figure.figure().key());
            return before == null
                    ? !figure.figure().statistics().comparesLike(Statistics.SUPPRESSED)
                    : !figure.figure().comparesLike(before.figure());
        });
        List<SurveyMonth> followers = new ArrayList<>();
        for (int later : compareOtherwise ? new int[]{1, 12} : new int[0]) {
            if (facts.hasAny(connection, month.plusMonths(later))) {
                followers.add(month.plusMonths(later));
            }
        }
        return followers;
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
