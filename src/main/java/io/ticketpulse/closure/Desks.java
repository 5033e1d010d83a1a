package io.ticketpulse.closure;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.ticketpulse.closure.DeskSettings.Fields;
import io.ticketpulse.closure.desk.Desk;
import io.ticketpulse.closure.desk.DeskKind;
import io.ticketpulse.closure.desk.Ticket;
import io.ticketpulse.platform.Parameters;
import org.jboss.logging.Logger;

/** The desks of the settings, understood at start or not at all. */
@Startup
@Singleton
class Desks {

    private static final Logger LOG = Logger.getLogger(Desks.class);
    private static final String SETTING = "ticketpulse.desks.";
    private static final int SHORT_SECRET = 16;
    /** By the field of the event: the setting that says where the desk has it. */
    private static final Map<String, Function<Fields, Optional<String>>> FIELDS = Map.ofEntries(
            Map.entry("ticketType", Fields::ticketType), Map.entry("priority", Fields::priority),
            Map.entry("category", Fields::category), Map.entry("service", Fields::service),
            Map.entry("assignmentGroup", Fields::assignmentGroup), Map.entry("closeCode", Fields::closeCode),
            Map.entry(Ticket.SLA, Fields::slaMet), Map.entry("requester.email", Fields::email),
            Map.entry("requester.locale", Fields::locale), Map.entry("requester.timeZone", Fields::timeZone),
            Map.entry("requester.department", Fields::department), Map.entry("requester.location", Fields::location));

    private final Map<String, KnownDesk> desks = new TreeMap<>();

    /** @throws IllegalStateException a sentence that names the setting that makes no sense */
    Desks(DeskSettings settings, @All List<DeskKind> kinds) {
        Map<String, DeskKind> byName = new HashMap<>();
        kinds.forEach(kind -> kind.names().forEach(name -> byName.put(name, kind)));
        settings.byName().forEach((name, desk) -> desks.put(name, known(name, desk, byName)));
    }

    /** A desk, how its deliveries are read, and by what its sender is known. */
    record KnownDesk(Desk desk, DeskKind kind, List<String> secrets) {}

    private static KnownDesk known(String name, DeskSettings.OneDesk settings, Map<String, DeskKind> kinds) {
        if (!Pattern.matches(Parameters.NAME, name) || name.length() > TicketEvents.LONGEST_NAME) {
            throw new IllegalStateException(SETTING + name + " is no name for a desk; it " + Parameters.A_NAME
                    + ", of at most " + TicketEvents.LONGEST_NAME + " characters");
        }
        DeskKind kind = kinds.get(settings.kind().toLowerCase(Locale.ROOT));
        if (kind == null) {
            throw new IllegalStateException(
                    SETTING + name + ".kind=" + settings.kind() + " is no kind of desk; there are "
                            + String.join(", ", new TreeSet<>(kinds.keySet())));
        }
        List<String> secrets = settings.secrets().orElse(List.of());
        if (secrets.stream().anyMatch(String::isBlank)) {
            throw new IllegalStateException(SETTING + name + ".secrets holds an empty secret");
        }
        if (secrets.isEmpty()) {
            LOG.warnf("%s%s.secrets is not set: whatever this desk sends is refused", SETTING, name);
        } else if (secrets.stream().anyMatch(secret -> secret.length() < SHORT_SECRET)) {
            LOG.warnf("%s%s.secrets holds a secret shorter than %d characters, which can be guessed", SETTING, name,
                    SHORT_SECRET);
        }
        return new KnownDesk(new Desk(name, fields(settings.fields()), settings.closedStates().orElse(List.of()),
                zone(name, settings.timeZone())), kind, secrets);
    }

    private static Map<String, String> fields(Fields paths) {
        Map<String, String> fields = new TreeMap<>();
        FIELDS.forEach((field, setting) -> setting.apply(paths).map(String::strip).filter(path -> !path.isEmpty())
                .ifPresent(path -> fields.put(field, path)));
        return fields;
    }

    private static ZoneId zone(String name, String zone) {
        try {
            return ZoneId.of(zone.strip());
        } catch (DateTimeException none) {
            throw new IllegalStateException(SETTING + name + ".time-zone=" + zone
                    + " is no time zone; it must be a name such as Europe/Berlin", none);
        }
    }

    Optional<KnownDesk> named(String name) {
        return Optional.ofNullable(desks.get(name));
    }

    /** In the order of their names. */
    Collection<KnownDesk> all() {
        return desks.values();
    }
}
