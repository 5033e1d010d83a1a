package io.ticketpulse.closure;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.ticketpulse.closure.DeskSettings.LookUp;
import io.ticketpulse.closure.DeskSettings.OneDesk;
import io.ticketpulse.closure.desk.DeskApi;
import io.ticketpulse.closure.desk.DeskKind;
import io.ticketpulse.closure.desk.PersonEntry;
import io.ticketpulse.closure.desk.RequesterDirectory;
import org.jboss.logging.Logger;

/**
 * The desks that can be asked who a requester is. What one said is remembered for a while, in memory only; that somebody
 * has no address is not, for it may be put in. A desk that fails again and again is left alone for half a minute, so
 * that it holds up no other.
 */
@Singleton
class DeskDirectories {

    private static final Logger LOG = Logger.getLogger(DeskDirectories.class);

    /** The longest that one look-up takes. */
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int REQUESTS_LOOKED_AT = 10;
    private static final double TOO_MANY_FAILURES = 0.5;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

    private final Map<String, Directory> byDesk = new TreeMap<>();
    private final CaffeineCache known;

    DeskDirectories(DeskSettings settings, Instance<RequesterDirectory> directories, Instance<DeskKind> kinds,
            @CacheName("requesters") Cache known) {
        this.known = known.as(CaffeineCache.class);
        settings.byName().forEach((desk, one) -> one.lookUp().ifPresent(
                lookUp -> byDesk.put(desk, open(desk, one, lookUp, directories.stream().toList(), kinds))));
    }

    private record Directory(RequesterDirectory.People people, TypedGuard<PersonEntry> guard, Duration giveUpAfter) {}

    private record Person(String desk, String id) {}

    /** A wrong setting stops the start. */
    void check(@Observes StartupEvent start) {
        // Being made is the check.
    }

    private static Directory open(String desk, OneDesk settings, LookUp lookUp, List<RequesterDirectory> directories,
            Instance<DeskKind> kinds) {
        String path = "ticketpulse.desks." + desk + ".look-up";
        List<String> names = kinds.stream().filter(kind -> kind.names().contains(settings.kind()))
                .findFirst().map(DeskKind::names).orElse(List.of(settings.kind()));
        RequesterDirectory directory = directories.stream().filter(one -> names.contains(one.kind())).findFirst()
                .orElseThrow(() -> new IllegalStateException(path + ": a desk of kind " + settings.kind()
                        + " can't be asked for addresses; these can: "
                        + directories.stream().map(RequesterDirectory::kind).sorted()
                                .collect(Collectors.joining(", "))));
        try {
            return new Directory(directory.at(api(lookUp)), guard(desk), lookUp.giveUpAfter());
        } catch (IllegalArgumentException incomplete) {
            throw new IllegalStateException(path + ": " + incomplete.getMessage(), incomplete);
        }
    }

    private static DeskApi api(LookUp settings) {
        URI url = settings.url();
        if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme().toLowerCase(Locale.ROOT))) {
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
    Optional<Duration> wait(TicketClosure closure) {
        return closure.requester().email() != null || closure.requester().id() == null
                ? Optional.empty()
                : Optional.ofNullable(byDesk.get(closure.desk())).map(Directory::giveUpAfter);
    }

    /** Whether the desk can be asked. */
    boolean know(String desk) {
        return byDesk.containsKey(desk);
    }

    /** What was heard of a person a short while ago; nothing if that is longer ago, or was nothing. */
    Optional<PersonEntry> remembered(String desk, String id) {
        return Optional.ofNullable(known.<PersonEntry>getIfPresent(new Person(desk, id)))
                .map(CompletableFuture::join);
    }

    /**
     * Asks the desk about a person.
     *
     * @throws Exception if it does not answer; it may do so later
     */
    PersonEntry ask(String desk, String id) throws Exception {
        Directory directory = byDesk.get(desk);
        PersonEntry entry = directory.guard.call(() -> directory.people.find(id));
        if (entry.email() != null) {
            known.put(new Person(desk, id), CompletableFuture.completedFuture(entry));
        }
        return entry;
    }
}
