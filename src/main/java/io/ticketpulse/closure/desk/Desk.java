package io.ticketpulse.closure.desk;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the settings say about how one desk is to be read.
 *
 * @param name         e.g. {@code acme-jira}
 * @param fields       by canonical name (e.g. {@code assignmentGroup}, {@code requester.department}): where the desk's
 *                     own ticket has it, as a path from the ticket
 * @param closedStates the desk's names of states that close a ticket; empty for those usual with the kind
 * @param zone         in which the desk writes times that have no offset
 */
public record Desk(String name, Map<String, String> fields, List<String> closedStates, ZoneId zone) {

    /**
     * Whether a state closes a ticket; upper and lower case make no difference.
     *
     * @param state as the desk wrote it; null is no such state
     * @param usual those that do with this kind of desk unless the settings say otherwise
     */
    public boolean closes(String state, String... usual) {
        List<String> closing = closedStates.isEmpty() ? List.of(usual) : closedStates;
        return state != null && closing.stream()
                .anyMatch(name -> name.strip().toLowerCase(Locale.ROOT).equals(state.strip().toLowerCase(Locale.ROOT)));
    }
}
