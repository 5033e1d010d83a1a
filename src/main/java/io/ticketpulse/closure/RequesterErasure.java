package io.ticketpulse.closure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ticketpulse.closure.TicketEvent.Closing;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.CloudEventJson;
import io.ticketpulse.platform.Outbox;
import io.ticketpulse.platform.Topics;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.UniqueId;

/**
 * Takes out of this room who somebody is: of closings that are kept whole, of events that wait until Kafka is back, and of
 * what desks have told a short while ago. The closings themselves stay, with their dimensions.
 */
@Singleton
public class RequesterErasure {

    private static final String OF_ADDRESS = """
            SELECT id, closing FROM ticket_closing WHERE requester IN (%s) OR assignee = ?""";
    /** MySQL unquotes the null of JSON to this word. */
    private static final String WITHOUT_ADDRESS = """
            SELECT DISTINCT kept.id, kept.closing FROM ticket_closure AS closure
            JOIN ticket_closing AS kept ON kept.desk = closure.desk AND kept.ticket_id = closure.ticket_id
            WHERE closure.id IN (%s) AND kept.requester = 'null'""";

    private static final int PAGE = 500;

    private final Transactions transactions;
    private final ClosingJson json;
    private final CloudEventJson events;
    private final Outbox outbox;
    private final Topics topics;
    private final DeskDirectories directories;

    RequesterErasure(Transactions transactions, ClosingJson json, CloudEventJson events, Outbox outbox, Topics topics,
            DeskDirectories directories) {
        this.transactions = transactions;
        this.json = json;
        this.events = events;
        this.outbox = outbox;
        this.topics = topics;
        this.directories = directories;
    }

    /**
     * Of how many something was erased.
     *
     * @param closings that are kept in the database
     * @param events   on their way to Kafka
     */
    public record Erased(int closings, int events) {}

    /**
     * Erases somebody; needs a running transaction. Again changes nothing.
     *
     * @param address  in small letters, without comments
     * @param isTheirs whether what a desk wrote, never null, is this address
     * @param closures that somebody was asked about: what is kept of their tickets without an address goes, too
     */
    public Erased erase(String address, Predicate<String> isTheirs, Collection<UUID> closures) {
        directories.forget(isTheirs);
        int closings = transactions.here(connection -> {
            List<Row> kept = Batch.select(connection, OF_ADDRESS, List.<Object[]>of(new Object[]{address}), this::read,
                    address);
            List<Row> nameless = Batch.select(connection, WITHOUT_ADDRESS,
                    closures.stream().map(id -> new Object[]{UniqueId.bytes(id)}).toList(), this::read);
            return write(connection, "UPDATE ticket_closing SET closing = ? WHERE id = ?",
                    kept, closing -> closing.without(isTheirs))
                    + write(connection, "UPDATE ticket_closing SET closing = ? WHERE id = ?",
                            nameless, Closing::withoutRequester)
                    + eraseAssignees(connection, isTheirs);
        });
        return new Erased(closings,
                outbox.rewrite(topics.tickets(), event -> events.change(event, data -> erase(data, isTheirs))));
    }

    private record Row(byte[] id, Closing closing) {}

    private Row read(ResultSet row) throws SQLException {
        return new Row(row.getBytes("id"), json.read(row.getString("closing")));
    }

    /** Those whose requester is being looked up: that address is not known yet, but the assignee's is. */
    private int eraseAssignees(Connection connection, Predicate<String> isTheirs) throws SQLException {
        int changed = 0;
        List<Row> page;
        byte[] last = {};
        do {
            try (PreparedStatement statement = connection.prepareStatement("SELECT closure_id AS id, closing"
                    + " FROM requester_look_up WHERE closure_id > ? ORDER BY closure_id LIMIT " + PAGE)) {
                statement.setBytes(1, last);
                page = Batch.read(statement, this::read);
            }
            changed += write(connection, "UPDATE requester_look_up SET closing = ? WHERE closure_id = ?", page,
                    closing -> closing.without(isTheirs));
            last = page.isEmpty() ? last : page.get(page.size() - 1).id;
        } while (page.size() == PAGE);
        return changed;
    }

    private int write(Connection connection, String sql, List<Row> rows,
            UnaryOperator<Closing> erasure) throws SQLException {
        List<Row> changed = new ArrayList<>();
        for (Row row : rows) {
            Closing erased = erasure.apply(row.closing);
            if (!erased.equals(row.closing)) {
                changed.add(new Row(row.id, erased));
            }
        }
        Batch.update(connection, sql, changed, (statement, row) -> {
            statement.setString(1, json.write(row.closing));
            statement.setBytes(2, row.id);
        });
        return changed.size();
    }

    private static void erase(ObjectNode data, Predicate<String> isTheirs) {
        if (data.get("requester") instanceof ObjectNode requester && isTheirs.test(requester.path("email").asText())) {
            requester.retain("department", "location");
            data.remove("summary");
        }
        if (isTheirs.test(data.path("assignee").path("email").asText())) {
            data.remove("assignee");
        }
    }
}
