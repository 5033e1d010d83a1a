package io.ticketpulse.invitation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.ticketpulse.closure.ClosuresRecorded;
import io.ticketpulse.closure.TicketClosure;
import io.ticketpulse.invitation.SamplingDecision.Sampled;
import io.ticketpulse.invitation.SamplingDecision.Skipped;
import io.ticketpulse.platform.ReportingZone;
import io.ticketpulse.platform.Transactions;

/**
 * Decides about closures as soon as they are recorded, in their transaction: first what the tickets alone decide, then,
 * with the people's rows locked, the rest, one after the other in the order of arrival.
 */
@Singleton
class ClosureDecider {

    private final Transactions transactions;
    private final Surveys surveys;
    private final SamplingSettings settings;
    private final ReportingZone zone;
    private final People people;
    private final Strata strata;
    private final MonthlyQuotas quotas;
    private final DecisionTables tables;
    private final Event<ClosuresDecided> decided;
    private final InvitationMetrics metrics;
    private final List<SamplingPolicy> aboutTheTicket;
    private final List<SamplingPolicy> aboutThePerson;

    ClosureDecider(Transactions transactions, Surveys surveys, SamplingSettings settings, ReportingZone zone,
            People people, Strata strata, MonthlyQuotas quotas, DecisionTables tables,
            Event<ClosuresDecided> decided, InvitationMetrics metrics) {
        this.transactions = transactions;
        this.surveys = surveys;
        this.settings = settings;
        this.zone = zone;
        this.people = people;
        this.strata = strata;
        this.quotas = quotas;
        this.tables = tables;
        this.decided = decided;
        this.metrics = metrics;
        this.aboutTheTicket = SamplingPolicy.aboutTheTicket(new AddressPatterns(settings.excludedAddresses()));
        this.aboutThePerson = SamplingPolicy.aboutThePerson(settings);
    }

    void decide(@Observes ClosuresRecorded recorded) {
        List<DecidedClosure> all = transactions.here(connection -> decide(connection, recorded));
        decided.fire(new ClosuresDecided(all, recorded.at()));
    }

    private List<DecidedClosure> decide(Connection connection, ClosuresRecorded recorded) throws SQLException {
        List<Candidate> candidates = recorded.closures().stream()
                .map(closure -> candidate(closure, recorded.at())).toList();
        Map<Candidate, SkipReason> objections = new HashMap<>();
        Set<EmailAddress> addresses = new HashSet<>();
        for (Candidate candidate : candidates) {
            objection(candidate).ifPresentOrElse(reason -> objections.put(candidate, reason),
                    () -> addresses.add(candidate.address()));
        }
        Map<EmailAddress, Person> known = people.lock(connection, addresses, lookBack(recorded.at()));
        Map<Strata.Stratum, Double> rates = strataRates(connection, candidates, objections);
        Map<MonthlyQuotas.Key, Integer> sampled = quotas.lock(connection, cappedMonths(candidates, objections));

        List<NewDecision> decisions = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            SkipReason objection = objections.get(candidate);
            Candidate withPerson = objection == null ? candidate.with(known.get(candidate.address())) : candidate;
            YearMonth month = month(candidate);
            SamplingDecision decision = objection == null
                    ? draw(withPerson, month, rates, sampled)
                    : new Skipped(objection);
            NewDecision made = NewDecision.of(withPerson, month, decision, surveys.version(), zone.id());
            // An invitation that is cancelled in this very transaction does not count as asking.
            if (!recorded.reopened().contains(candidate.closure().id())) {
                made.invitation().ifPresent(invitation -> withPerson.person().asked(invitation.askedAt()));
            }
            decisions.add(made);
        }
        quotas.write(connection, sampled);
        tables.insert(connection, decisions, recorded.at());
        metrics.decided(decisions);
        return decisions.stream().map(NewDecision::decided).toList();
    }

    private Candidate candidate(TicketClosure closure, Instant now) {
        String email = closure.requester().email();
        return new Candidate(closure, surveys.taking(closure).orElse(null),
                email == null ? null : EmailAddress.of(email).orElse(null), null, now);
    }

    private Optional<SkipReason> objection(Candidate candidate) {
        return candidate.policy() == null
                ? Optional.of(SkipReason.NO_SURVEY)
                : SamplingPolicy.firstObjection(aboutTheTicket, candidate);
    }

    private SamplingDecision draw(Candidate candidate, YearMonth month, Map<Strata.Stratum, Double> rates,
            Map<MonthlyQuotas.Key, Integer> sampled) {
        Optional<SkipReason> objection = SamplingPolicy.firstObjection(aboutThePerson, candidate);
        if (objection.isPresent()) {
            return new Skipped(objection.get());
        }
        SurveyPolicy policy = candidate.policy();
        double probability = policy.rates().of(candidate.closure());
        for (Strata.Stratum stratum : Strata.of(policy, month, candidate.closure())) {
            probability = Math.max(probability, rates.get(stratum));
        }
        if (!Draw.includes(policy.salt(), policy.survey().name(), candidate.closure(), probability)) {
            return new Skipped(SkipReason.NOT_DRAWN, probability);
        }
        if (policy.monthlyCap().isPresent()) {
            MonthlyQuotas.Key key = new MonthlyQuotas.Key(policy.survey().name(), month);
            if (sampled.get(key) >= policy.monthlyCap().getAsInt()) {
                return new Skipped(SkipReason.MONTHLY_CAP, probability);
            }
            sampled.merge(key, 1, Integer::sum);
        }
        return new Sampled(probability);
    }

    private Map<Strata.Stratum, Double> strataRates(Connection connection, List<Candidate> candidates,
            Map<Candidate, SkipReason> objections) throws SQLException {
        Map<Strata.Stratum, Integer> wanted = new HashMap<>();
        for (Candidate candidate : candidates) {
            if (!objections.containsKey(candidate)) {
                for (Strata.Stratum stratum : Strata.of(candidate.policy(), month(candidate), candidate.closure())) {
                    wanted.put(stratum, candidate.policy().minimumPerMonth().get(stratum.grouping().dimension()));
                }
            }
        }
        return wanted.isEmpty() ? Map.of() : strata.rates(connection, wanted);
    }

    private Set<MonthlyQuotas.Key> cappedMonths(List<Candidate> candidates, Map<Candidate, SkipReason> objections) {
        Set<MonthlyQuotas.Key> months = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (!objections.containsKey(candidate) && candidate.policy().monthlyCap().isPresent()) {
                months.add(new MonthlyQuotas.Key(candidate.policy().survey().name(), month(candidate)));
            }
        }
        return months;
    }

    private YearMonth month(Candidate candidate) {
        return zone.monthOf(candidate.closure().closedAt());
    }

    private Instant lookBack(Instant now) {
        return now.minus(settings.coolDown().compareTo(settings.customerCapWindow()) > 0
                ? settings.coolDown()
                : settings.customerCapWindow());
    }
}
