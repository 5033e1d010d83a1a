package io.ticketpulse.satisfaction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;
import io.ticketpulse.closure.ClosureRetention;
import io.ticketpulse.invitation.InvitationRetention;
import io.ticketpulse.platform.Failures;
import io.ticketpulse.platform.Leases;
import io.ticketpulse.platform.ReportingZone;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.response.ResponseRetention;
import org.jboss.logging.Logger;

/**
 * Seals months whose time is up, and then deletes what they were computed from, in every room: some closures a transaction,
 * children before parents. Whatever happens in between, what is left is found by the next run. Nothing of a month goes that
 * is not sealed; what came late for one that is goes like the rest. Closures that no survey took go by age, and so do
 * reopenings of tickets that have none.
 */
@Startup
@Singleton
class Retention {

    static final String NAME = "retention";

    private static final Logger LOG = Logger.getLogger(Retention.class);

    private static final int BATCH = 500;
    /** Longer than a batch, or the sealing of a month, takes. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final Leases leases;
    private final MonthSealing sealing;
    private final FactTable facts;
    private final ResponseRetention responses;
    private final InvitationRetention invitations;
    private final ClosureRetention closures;
    private final RetentionMetrics metrics;
    private final RetentionSettings settings;
    private final ReportingZone zone;
    private final Clock clock;

    /** @throws IllegalStateException if closures are kept for less than another setting needs them, naming both */
    Retention(Transactions transactions, Leases leases, MonthSealing sealing, FactTable facts,
            ResponseRetention responses, InvitationRetention invitations, ClosureRetention closures,
            RetentionMetrics metrics, RetentionSettings settings, SatisfactionSettings figures, ReportingZone zone,
            Clock clock) {
        require(settings, "ticketpulse.satisfaction.final-after", figures.finalAfter());
        invitations.needed().forEach((setting, needed) -> require(settings, setting, needed));
        this.transactions = transactions;
        this.leases = leases;
        this.sealing = sealing;
        this.facts = facts;
        this.responses = responses;
        this.invitations = invitations;
        this.closures = closures;
        this.metrics = metrics;
        this.settings = settings;
        this.zone = zone;
        this.clock = clock;
    }

    private static void require(RetentionSettings settings, String setting, Duration needed) {
        if (settings.closures().compareTo(needed) <= 0) {
            throw new IllegalStateException("ticketpulse.retention.closures is " + settings.closures()
                    + "; it must be longer than the " + needed + " for which " + setting + " needs them");
        }
    }

    /** Seals and deletes all there is, unless another replica is doing so. */
    void run() {
        if (!mayGoOn()) {
            return;
        }
        YearMonth last = lastMonth();
        int failed = 0;
        for (SurveyMonth month : transactions.inNew(connection -> facts.monthsUntil(connection, last))) {
            if (!mayGoOn()) {
                return;
            }
            failed += sealAndPurge(month) ? 0 : 1;
        }
        Instant end = zone.endOf(last);
        if (mayGoOn() && purgeUnsurveyed(end) && purgeReopened(end) && purgePeople() && failed == 0) {
            metrics.done(clock.instant());
        }
    }

    /** The newest month whose time is up. */
    YearMonth lastMonth() {
        return zone.monthOf(clock.instant().minus(settings.closures())).minusMonths(1);
    }

    private boolean mayGoOn() {
        return leases.hold(NAME, LEASE);
    }

    /** Whether it could be done; a month that fails keeps no other from its turn. */
    private boolean sealAndPurge(SurveyMonth month) {
        try {
            boolean more = sealing.seal(month);
            while (more && mayGoOn()) {
                MonthSealing.Purge<Purged> purge = sealing.purge(month, BATCH, this::purge);
                metrics.count(purge.earlier());
                more = purge.facts() == BATCH;
            }
            return true;
        } catch (RuntimeException failure) {
            LOG.errorf("%s of survey %s was not sealed, or not everything of it deleted, next try in some hours: %s",
                    month.month(), month.survey(), Failures.inWords(failure));
            metrics.failed();
            return false;
        }
    }

    private Purged purge(List<UUID> batch) {
        ClosureRetention.Locked locked = closures.lock(batch);
        int answers = responses.purge(invitations.lock(batch));
        int asked = invitations.purge(batch);
        return new Purged(closures.purge(locked), asked, answers, 0);
    }

    private boolean purgeUnsurveyed(Instant before) {
        ClosureRetention.Aged last = null;
        List<ClosureRetention.Aged> oldest;
        do {
            ClosureRetention.Aged after = last;
            oldest = transactions.inNew(connection -> closures.oldest(before, after, BATCH));
            List<UUID> ids = oldest.stream().map(ClosureRetention.Aged::id).toList();
            metrics.count(transactions.inNew(connection -> {
                Set<UUID> surveyed = new HashSet<>(facts.among(connection, ids));
                return purge(ids.stream().filter(id -> !surveyed.contains(id)).toList());
            }));
            last = oldest.isEmpty() ? null : oldest.get(oldest.size() - 1);
        } while (oldest.size() == BATCH && mayGoOn());
        return oldest.size() < BATCH;
    }

    private boolean purgeReopened(Instant before) {
        UUID after = null;
        do {
            after = closures.purgeReopened(before, after, BATCH);
        } while (after != null && mayGoOn());
        return after == null;
    }

    private boolean purgePeople() {
        UUID after = null;
        do {
            InvitationRetention.People people = invitations.purgePeople(after, BATCH);
            metrics.count(new Purged(0, 0, 0, people.deleted()));
            after = people.last();
        } while (after != null && mayGoOn());
        return after == null;
    }

    /** How many rows were deleted, by this replica. */
    record Purged(int closures, int invitations, int responses, int people) {}
}
