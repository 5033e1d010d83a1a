package io.ticketpulse.closure.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.inject.Singleton;

/**
 * Znuny 6 and newer, and OTRS with the same invoker as an add-on: a web service whose invoker {@code Ticket::Generic}
 * (Kernel/GenericInterface/Invoker/Ticket/Generic.pm) sends {@code {"Ticket":{…},"Event":{…}}}.
 * <p>
 * Nothing is signed: the secret is the password of HTTP basic, which the transport sends, or a bearer token in a header.
 * <p>
 * A state of the type {@code closed} closes, whatever it is called; {@code merged} and {@code removed} are neither closed nor
 * open. Another state reopens if the event's old ticket data says that the ticket was closed.
 */
@Singleton
final class Znuny implements DeskKind {

    private static final String CLOSED = "closed";
    private static final Set<String> NEITHER = Set.of(CLOSED, "merged", "removed");
    private static final String UNCLASSIFIED = "unclassified";
    /** As OTRS::ITSM and Znuny's own documentation write what ITIL calls a request. */
    private static final Set<String> REQUESTS = Set.of("servicerequest", "service request");

    @Override
    public List<String> names() {
        return List.of("znuny", "otrs");
    }

    @Override
    public boolean isAuthentic(Delivery delivery, String secret) {
        return Proof.bearerOrBasic(delivery, secret);
    }

    @Override
    public List<Report> read(Delivery delivery, Desk desk) {
        Payload body = delivery.json();
        Payload source = body.at("Ticket");
        Ticket ticket = ticket(source, desk);
        String type = source.requiredText("StateType");
        Instant at = DeskTime.first(source, desk.zone(), delivery.receivedAt(), "Changed");
        if (closes(desk, source)) {
            return List.of(new Report.Closed(ticket, at));
        }
        if (NEITHER.contains(type)) {
            return List.of(new Report.Irrelevant(Report.Reason.OTHER_STATE));
        }
        return List.of(closes(desk, body.at("Event.OldTicketData"))
                ? new Report.Reopened(ticket, at)
                : new Report.Open(ticket, at));
    }

    /** By the type, which administrators cannot rename; by the name where the settings list names. */
    private static boolean closes(Desk desk, Payload ticket) {
        return desk.closes(ticket.text("StateType"), CLOSED) || desk.closes(ticket.text("State"));
    }

    private static Ticket ticket(Payload source, Desk desk) {
        Payload customer = source.at("CustomerUser");
        String language = customer.text("UserLanguage");
        return Ticket.read(desk, source, "TicketID")
                .text("ticketNumber", source, "TicketNumber")
                .text("ticketType", type(source.text("Type")), source.at("Type").path())
                .text("summary", source, "Title")
                .time("openedAt", DeskTime.parse(source.text("Created"), desk.zone()), source.at("Created").path())
                .text("priority", source, "Priority")
                .text("service", source, "Service")
                .text("assignmentGroup", source, "Queue")
                .text("assignee.id", source, "Owner")
                .text("assignee.name", name(source.at("OwnerData")), source.at("OwnerData").path())
                .text("assignee.email", source, "OwnerData.UserEmail")
                .text("requester.id", source, "CustomerUserID", "CustomerUser.UserLogin")
                .text("requester.name", name(customer), customer.path())
                .text("requester.email", customer, "UserEmail")
                .text("requester.locale", language == null ? null : language.replace('_', '-'),
                        customer.at("UserLanguage").path())
                .text("requester.timeZone", customer, "UserTimeZone");
    }

    /** Every ticket is unclassified where an installation does not use types. */
    private static String type(String name) {
        String type = name == null ? UNCLASSIFIED : name.toLowerCase(Locale.ROOT);
        return type.equals(UNCLASSIFIED) ? null : REQUESTS.contains(type) ? "request" : type;
    }

    private static String name(Payload person) {
        String first = person.text("UserFirstname");
        String last = person.text("UserLastname");
        return first == null || last == null ? last : first + " " + last;
    }
}
