package io.ticketpulse.satisfaction;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import io.ticketpulse.invitation.Survey;
import io.ticketpulse.invitation.Surveys;
import io.ticketpulse.platform.Failures;
import io.ticketpulse.platform.Transactions;
import org.jboss.logging.Logger;

/** Publishes months, the earlier ones first, and after each those that compare themselves with it. */
@Singleton
class Publications {

    private static final Logger LOG = Logger.getLogger(Publications.class);

    private final Surveys surveys;
    private final MonthPublisher publisher;
    private final Transactions transactions;
    private final ChangeLog changes;
    private final MonthTable months;
    private final Clock clock;
    private final SatisfactionMetrics metrics;

    Publications(Surveys surveys, MonthPublisher publisher, Transactions transactions, ChangeLog changes,
            MonthTable months, Clock clock, SatisfactionMetrics metrics) {
        this.surveys = surveys;
        this.publisher = publisher;
        this.transactions = transactions;
        this.changes = changes;
        this.months = months;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Publishes a month of all surveys; where it is sealed, what was published once is sent again. */
    PublishedMonth publish(YearMonth month) {
        int computed = 0;
        int changed = 0;
        TreeSet<SurveyMonth> followers = new TreeSet<>();
        List<SurveyMonth> sealed = transactions.inNew(connection -> months.sealed(connection, month));
        for (SurveyMonth one : sealed) {
            computed += publisher.publishAgain(one);
        }
        for (SurveyMonth one : ofAllSurveys(month)) {
            if (!sealed.contains(one)) {
                MonthPublisher.Publication publication = publish(one);
                computed += publication.computed();
                changed += publication.revised().size();
                followers.addAll(publication.followers());
            }
        }
        publishAll(followers);
        return new PublishedMonth(month, computed, changed);
    }

    /** Of those in the settings, and of those that are gone from them and were published. */
    private TreeSet<SurveyMonth> ofAllSurveys(YearMonth month) {
        TreeSet<SurveyMonth> all = new TreeSet<>();
        all.addAll(transactions.inNew(connection -> months.published(connection, month)));
        surveys.all().forEach(survey -> all.add(new SurveyMonth(survey.name(), month)));
        return all;
    }

    private MonthPublisher.Publication publish(SurveyMonth month) {
        return publisher.publish(month, surveys.named(month.survey()).map(Survey::scale).orElse(null));
    }

    /** Publishes the months that have changed and those that have become final. */
    void publishDue() {
        publishDue(transactions.inNew(changes::months), clock.instant());
    }

    /** Publishes what should have been at that time and was not. */
    void publishMissed(Instant dueAt) {
        publishDue(transactions.inNew(connection -> changes.monthsBefore(connection, dueAt)), dueAt);
    }

    private void publishDue(Collection<SurveyMonth> changed, Instant at) {
        TreeSet<SurveyMonth> due = new TreeSet<>(changed);
        transactions.inNew(months::running).stream().filter(month -> publisher.isSettled(month, at)).forEach(due::add);
        publishAll(due);
    }

    private void publishAll(Collection<SurveyMonth> wanted) {
        TreeSet<SurveyMonth> due = new TreeSet<>(wanted);
        while (!due.isEmpty()) {
            SurveyMonth month = due.pollFirst();
            try {
                due.addAll(publish(month).followers());
            } catch (RuntimeException failure) {
                // One month must not keep the others from being published; its changes stay for the next time.
                LOG.errorf("%s of %s was not published: %s", month.month(), month.survey(),
                        Failures.inWords(failure));
                metrics.failed();
            }
        }
    }

    /**
     * The answer to a request to publish.
     *
     * @param computed how many figures the month has
     * @param changed  how many of them got a new revision
     */
    record PublishedMonth(YearMonth month, int computed, int changed) {}
}
