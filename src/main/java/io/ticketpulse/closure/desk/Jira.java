package io.ticketpulse.closure.desk;

import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

/**
 * Jira Service Management: the webhooks of Cloud and of Data Center, whose bodies are alike, and requests of Jira
 * Automation that carry the body published in {@code docs/desks/jira.md}.
 * <p>
 * With a secret Jira signs: {@code X-Hub-Signature} is {@code sha256=} and the lower-case hex HMAC-SHA256 of the body
 * (<a href="https://developer.atlassian.com/cloud/jira/platform/webhooks/#secure-admin-webhooks">Cloud</a>,
 * <a href="https://confluence.atlassian.com/adminjiraserver/managing-webhooks-938846912.html">Data Center</a>). What has
 * no such header at all (Jira Automation; Data Center with HTTP basic) must bring the secret itself, as bearer or basic.
 * <p>
 * A change of the status into the category {@code done} closes, also from one such status to another; out of it reopens.
 * Whether the former status was one of them is not told, but seen by the resolution that is cleared, or by its name.
 * {@code issue_event_type_name} means nothing: Cloud calls everything {@code issue_generic}.
 */
@Singleton
final class Jira implements DeskKind {

    private static final String SIGNATURE = "X-Hub-Signature";
    private static final String[] USUALLY_CLOSED = {"Done", "Resolved", "Closed"};
    private static final Set<String> CANCELLED = Set.of("canceled", "cancelled");

    @Override
    public List<String> names() {
        return List.of("jira");
    }

    @Override
    public boolean isAuthentic(Delivery delivery, String secret) {
        if (!delivery.headers().containsKey(SIGNATURE)) {
            return Proof.bearerOrBasic(delivery, secret);
        }
        byte[] expected = Proof.hmac("HmacSHA256", Proof.bytes(secret), delivery.body());
        return Proof.same("sha256=" + HexFormat.of().formatHex(expected), delivery.header(SIGNATURE));
    }

    @Override
    public List<Report> read(Delivery delivery, Desk desk) {
        Payload body = delivery.json();
        String event = body.text("webhookEvent");
        if ("jira:issue_deleted".equals(event)) {
            return List.of(new Report.Irrelevant(Report.Reason.DELETED));
        }
        if (event != null && !"jira:issue_updated".equals(event)) {
            return List.of(new Report.Irrelevant(Report.Reason.OTHER_EVENT));
        }
        Ticket ticket = ticket(body.at("issue"), inFields(desk));
        List<Payload> changes = body.list("changelog.items");
        return List.of(changes.stream().filter(change -> isOf(change, "status")).findFirst()
                .map(status -> report(ticket, body, status, changes, desk, delivery.receivedAt()))
                .orElse(new Report.Irrelevant(Report.Reason.OTHER_EVENT)));
    }

    private static Report report(Ticket ticket, Payload body, Payload change, List<Payload> changes, Desk desk,
            Instant receivedAt) {
        String before = change.text("fromString");
        String name = Optional.ofNullable(body.text("issue.fields.status.name")).orElse(change.text("toString"));
        String category = body.text("issue.fields.status.statusCategory.key");
        if (name == null && category == null) {
            throw new NotUnderstoodException("issue.fields.status has neither a name nor a statusCategory.");
        }
        Instant at = at(body, desk, receivedAt);
        if (closes(desk, name, category)) {
            return new Report.Closed(ticket, at);
        }
        if ("done".equals(category) || isCancelled(name)) {
            return new Report.Irrelevant(Report.Reason.OTHER_STATE);
        }
        boolean unresolved = desk.closedStates().isEmpty() && changes.stream()
                .anyMatch(other -> isOf(other, "resolution") && other.text("from") != null && other.text("to") == null);
        return unresolved || desk.closes(before, USUALLY_CLOSED)
                ? new Report.Reopened(ticket, at)
                : new Report.Open(ticket, at);
    }

    /** Names that an administrator set go before the category, which also holds what was cancelled. */
    private static boolean closes(Desk desk, String name, String category) {
        return desk.closedStates().isEmpty() && category != null
                ? "done".equals(category) && !isCancelled(name)
                : desk.closes(name, USUALLY_CLOSED);
    }

    private static boolean isCancelled(String name) {
        return name != null && CANCELLED.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Cloud tells the identifier of a field; Data Center only its name, which a custom field may have as well. */
    private static boolean isOf(Payload change, String field) {
        String id = change.text("fieldId");
        return id != null
                ? field.equals(id)
                : field.equalsIgnoreCase(change.text("field")) && !"custom".equals(change.text("fieldtype"));
    }

    /** The time of the change: {@code resolutiondate} is older when what was resolved is closed. */
    private static Instant at(Payload body, Desk desk, Instant receivedAt) {
        Instant timestamp = DeskTime.ofEpochMillis(body.number("timestamp"));
        return timestamp != null
                ? timestamp
                : DeskTime.first(body, desk.zone(), receivedAt, "timestamp", "issue.fields.updated");
    }

    /** Administrators know a field as {@code customfield_10050}, and do not care where Jira puts it. */
    private static Desk inFields(Desk desk) {
        Map<String, String> fields = new LinkedHashMap<>();
        desk.fields().forEach((name, path) -> fields.put(name, path.startsWith("fields.") ? path : "fields." + path));
        return new Desk(desk.name(), fields, desk.closedStates(), desk.zone());
    }

    private static Ticket ticket(Payload issue, Desk desk) {
        Ticket ticket = Ticket.read(desk, issue, "id");
        Payload fields = issue.at("fields");
        sla(ticket, issue, desk);
        person(ticket, "requester", fields.at("reporter"));
        person(ticket, "assignee", fields.at("assignee"));
        return ticket.text("ticketNumber", issue, "key")
                .text("ticketType", type(fields.text("issuetype.name")), fields.at("issuetype.name").path())
                .text("summary", fields, "summary").text("priority", fields, "priority.name")
                .text("category", fields, "components.0.name").text("closeCode", fields, "resolution.name")
                .time("openedAt", DeskTime.parse(fields.text("created"), desk.zone()), fields.at("created").path())
                .time("resolvedAt", DeskTime.parse(fields.text("resolutiondate"), desk.zone()),
                        fields.at("resolutiondate").path())
                .text("requester.timeZone", fields, "reporter.timeZone")
                .text("requester.locale", DeskLanguage.tag(fields.text("reporter.locale")),
                        fields.at("reporter.locale").path());
    }

    /** Cloud knows people by {@code accountId}, Data Center by {@code key} and {@code name}. */
    private static void person(Ticket ticket, String field, Payload person) {
        ticket.text(field + ".id", person, "accountId", "key", "name").text(field + ".name", person, "displayName")
                .text(field + ".email", person, "emailAddress");
    }

    /** Service management names what it brings itself, e.g., {@code [System] Service request with approvals}. */
    private static String type(String name) {
        String plain = name == null ? "" : name.replaceFirst("^\\[System\\]\\s*", "");
        String lower = plain.toLowerCase(Locale.ROOT);
        return lower.startsWith("service request") ? "request" : "incident".equals(lower) ? lower : plain;
    }

    /** The field of an SLA holds its cycles, oldest first; one that runs is not decided yet. */
    private static void sla(Ticket ticket, Payload issue, Desk desk) {
        String path = desk.fields().get(Ticket.SLA);
        if (path != null) {
            List<Payload> cycles = issue.list(path + ".completedCycles");
            Boolean breached = cycles.isEmpty() ? null : cycles.get(cycles.size() - 1).flag("breached");
            ticket.flag(Ticket.SLA, breached == null ? issue.flag(path) : Boolean.valueOf(!breached),
                    issue.at(path).path());
        }
    }
}
