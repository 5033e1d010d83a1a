package io.ticketpulse.closure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What a closure can be grouped by: in sampling rates and in monthly figures. */
public enum Dimension {
    DESK("desk", TicketClosure::desk),
    TICKET_TYPE("ticketType", TicketClosure::ticketType),
    SERVICE("service", TicketClosure::service),
    CATEGORY("category", TicketClosure::category),
    ASSIGNMENT_GROUP("assignmentGroup", TicketClosure::assignmentGroup),
    PRIORITY("priority", TicketClosure::priority),
    DEPARTMENT("department", closure -> closure.requester().department()),
    LOCATION("location", closure -> closure.requester().location());

    /** The value that stands for "the desk did not say" in figures and in settings. */
    public static final String NONE = "(none)";

    private final String wireName;
    private final Function<TicketClosure, String> reader;

    Dimension(String wireName, Function<TicketClosure, String> reader) {
        this.wireName = wireName;
        this.reader = reader;
    }

    /** The name in events, on the API and in settings, e.g. {@code assignmentGroup}. */
    public String wireName() {
        return wireName;
    }

    /** The closure's value, or {@link #NONE} where it is unknown. */
    public String of(TicketClosure closure) {
        String value = reader.apply(closure);
        return value == null ? NONE : value;
    }

    /** Reads a name as settings write it: upper and lower case and hyphens make no difference. */
    public static Optional<Dimension> named(String name) {
        String wanted = name.replace("-", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(d -> d.wireName.toLowerCase(Locale.ROOT).equals(wanted)).findFirst();
    }
}
