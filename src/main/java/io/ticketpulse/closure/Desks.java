package io.ticketpulse.closure;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
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
    /** What {@code fields} may name, as settings write it, and the field of the event that it stands for. */
    private static final Map<String, String> FIELDS = Map.ofEntries(Map.entry("ticket-type", "ticketType"),
            Map.entry("priority", "priority"), Map.entry("category", "category"), Map.entry("service", "service"),
            Map.entry("assignment-group", "assignmentGroup"), Map.entry("close-code", "closeCode"),
            Map.entry("sla-met", Ticket.SLA), Map.entry("email", "requester.email"),
            Map.entry("locale", "requester.locale"), Map.entry("time-zone", "requester.timeZone"),
            Map.entry("department", "requester.department"), Map.entry("location", "requester.location"));

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
        return new KnownDesk(new Desk(name, fields(name, settings.fields()), settings.closedStates().orElse(List.of()),
                settings.timeZone()), kind, secrets);
    }

    private static Map<String, String> fields(String name, Map<String, String> paths) {
        Map<String, String> fields = new LinkedHashMap<>();
        paths.forEach((field, path) -> {
            String wireName = FIELDS.get(field);
            if (wireName == null || path.isBlank()) {
                throw new IllegalStateException(SETTING + name + ".fields." + field
                        + " is no field with a path; there are " + String.join(", ", new TreeSet<>(FIELDS.keySet())));
            }
            fields.put(wireName, path.strip());
        });
        return fields;
    }

    Optional<KnownDesk> named(String name) {
        return Optional.ofNullable(desks.get(name));
    }

    /** In the order of their names. */
    Collection<KnownDesk> all() {
        return desks.values();
    }
}
