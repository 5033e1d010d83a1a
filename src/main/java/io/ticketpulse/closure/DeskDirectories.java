package io.ticketpulse.closure;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.quarkus.arc.All;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import io.quarkus.runtime.Startup;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.ticketpulse.closure.DeskSettings.LookUp;
import io.ticketpulse.closure.desk.DeskApi;
import io.ticketpulse.closure.desk.LookUpFailedException;
import io.ticketpulse.closure.desk.PersonEntry;
import io.ticketpulse.closure.desk.RequesterDirectory;
import org.jboss.logging.Logger;

/**
 * The desks that can be asked who a requester is. What one said is remembered for a while, in memory only; that somebody
 * has no address is not, for it may be put in. A desk that fails again and again is left alone for half a minute, so
 * that it holds up no other.
 */
@Startup
@Singleton
class DeskDirectories {

    private static final Logger LOG = Logger.getLogger(DeskDirectories.class);

    /** The longest that one look-up takes. */
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int REQUESTS_LOOKED_AT = 10;
    private static final double TOO_MANY_FAILURES = 0.5;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);
    /** However much longer a desk wants to be left alone: it may be mistaken. */
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private final Map<String, Directory> byDesk = new TreeMap<>();
    private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();
    private final Cache known;
    private final Clock clock;

    /** @throws IllegalStateException a sentence that names the setting that makes no sense */
    DeskDirectories(DeskSettings settings, Desks desks, @All List<RequesterDirectory> directories,
            @CacheName("requesters") Cache known, Clock clock) {
        this.known = known;
        this.clock = clock;
        settings.byName().forEach((desk, one) -> one.lookUp().ifPresent(lookUp -> byDesk.put(desk,
                open(desk, lookUp, desks.named(desk).orElseThrow().kind().names(), directories))));
    }

    private record Directory(RequesterDirectory.People people, TypedGuard<PersonEntry> guard, Duration giveUpAfter) {}

    private record Person(String desk, String id) {}

    private static Directory open(String desk, LookUp lookUp, List<String> kind,
            List<RequesterDirectory> directories) {
        String path = "ticketpulse.desks." + desk + ".look-up";
        RequesterDirectory directory = directories.stream().filter(one -> kind.contains(one.kind())).findFirst()
                .orElseThrow(() -> new IllegalStateException(path + ": a desk of kind " + kind.get(0)
                        + " can't be asked for addresses; these can: "
                        + directories.stream().map(RequesterDirectory::kind).sorted()
                                .collect(Collectors.joining(", "))));
        try {
            DeskApi api = api(lookUp);
            if (api.isOverheard()) {
                LOG.warnf("%s.url does not begin with https: the token and what the desk says of people can be read on"
                        + " the way", path);
            }
            return new Directory(directory.at(api), guard(desk), lookUp.giveUpAfter());
        } catch (IllegalArgumentException incomplete) {
            throw new IllegalStateException(path + ": " + incomplete.getMessage(), incomplete);
        }
    }

    private static DeskApi api(LookUp settings) {
        URI url = settings.url();
        if (url.getHost() == null || !("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
            throw new IllegalArgumentException("url is no address like https://acme.example.com");
        }
        if (settings.clientId().isPresent() != settings.clientSecret().isPresent()) {
            throw new IllegalArgumentException("client-id and client-secret go together");
        }
        return new DeskApi(url, settings.user().orElse(null), settings.token(), settings.clientId()
                .map(id -> new DeskApi.OAuthClient(id, settings.clientSecret().orElseThrow())).orElse(null));
    }

    static String circuit(String desk) {
        return "look-up at " + desk;
    }

    private static TypedGuard<PersonEntry> guard(String desk) {
        return TypedGuard.create(PersonEntry.class).withDescription(circuit(desk))
                .withTimeout().duration(TIMEOUT.toSeconds(), ChronoUnit.SECONDS).done()
                .withCircuitBreaker().requestVolumeThreshold(REQUESTS_LOOKED_AT).failureRatio(TOO_MANY_FAILURES)
                .delay(LEFT_ALONE.toSeconds(), ChronoUnit.SECONDS).name(circuit(desk))
                .onStateChange(state -> LOG.warnf("Asking the desk %s for addresses: the circuit is %s", desk, state))
                .done()
                .build();
    }

    /** How long a closure is to wait for the desk to be asked; nothing if there is no need, or nobody to ask. */
    Optional<Duration> patience(TicketClosure closure) {
        return closure.requester().email() != null || closure.requester().id() == null
                ? Optional.empty()
                : Optional.ofNullable(byDesk.get(closure.desk())).map(Directory::giveUpAfter);
    }

    /** Whether the desk can be asked. */
    boolean canAsk(String desk) {
        return byDesk.containsKey(desk);
    }

    /** Until when the desk wants to be left alone (RFC 9110, {@code Retry-After}); nothing if it may be asked now. */
    Optional<Instant> rest(String desk) {
        return Optional.ofNullable(notBefore.get(desk)).filter(clock.instant()::isBefore);
    }

    /** What was heard of a person a short while ago; nothing if that is longer ago, or was nothing. */
    Optional<PersonEntry> remembered(String desk, String id) {
        return Optional.ofNullable(known.as(CaffeineCache.class).<PersonEntry>getIfPresent(new Person(desk, id)))
                .map(CompletableFuture::join);
    }

    /** Remembers nothing more of somebody, here; other replicas do for a while. */
    void forget(Predicate<String> isTheirs) {
        CaffeineCache cache = known.as(CaffeineCache.class);
        for (Object person : cache.keySet()) {
            CompletableFuture<PersonEntry> entry = cache.getIfPresent(person);
            if (entry != null && isTheirs.test(entry.join().email())) {
                cache.invalidate(person).await().indefinitely();
            }
        }
    }

    /**
     * Asks the desk about a person.
     *
     * @throws Exception if it does not answer; it may do so later
     */
    PersonEntry ask(String desk, String id) throws Exception {
        Directory directory = byDesk.get(desk);
        PersonEntry entry = directory.guard.call(() -> find(desk, directory.people, id));
        if (entry.email() != null) {
            known.as(CaffeineCache.class).put(new Person(desk, id), CompletableFuture.completedFuture(entry));
        }
        return entry;
    }

    private PersonEntry find(String desk, RequesterDirectory.People people, String id) {
        try {
            return people.find(id);
        } catch (LookUpFailedException failed) {
            failed.retryAfter().map(wanted -> wanted.compareTo(LONGEST_REST) < 0 ? wanted : LONGEST_REST)
                    .map(clock.instant()::plus)
                    .ifPresent(rested -> notBefore.merge(desk, rested,
                            (one, other) -> one.isAfter(other) ? one : other));
            throw failed;
        }
    }
}
