package io.ticketpulse.closure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What a closure can be grouped by: in sampling rates and in monthly figures. */
public enum Dimension {
    DESK("desk", "desk", TicketClosure::desk),
    TICKET_TYPE("ticketType", "ticket_type", TicketClosure::ticketType),
    SERVICE("service", "service", TicketClosure::service),
    CATEGORY("category", "category", TicketClosure::category),
    ASSIGNMENT_GROUP("assignmentGroup", "assignment_group", TicketClosure::assignmentGroup),
    PRIORITY("priority", "priority", TicketClosure::priority),
    DEPARTMENT("department", "requester_department", closure -> closure.requester().department()),
    LOCATION("location", "requester_location", closure -> closure.requester().location());

    /** The value that stands for "the desk did not say" in figures and in settings. */
    public static final String NONE = "(none)";

    private final String wireName;
    private final String column;
    private final Function<TicketClosure, String> reader;

    Dimension(String wireName, String column, Function<TicketClosure, String> reader) {
        this.wireName = wireName;
        this.column = column;
        this.reader = reader;
    }

    /** The name in events, on the API and in settings, e.g. {@code assignmentGroup}. */
    public String wireName() {
        return wireName;
    }

    /** Where {@code ticket_closure} has it. */
    String column() {
        return column;
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
