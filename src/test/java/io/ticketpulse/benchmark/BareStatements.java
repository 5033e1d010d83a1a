package io.ticketpulse.benchmark;

/** The statements of one batch, in order. That they are the service's is checked in every run of the benchmark. */
final class BareStatements {

    static final String LOCK_TICKETS = """
            INSERT INTO ticket (desk, ticket_id) VALUES (?, ?) ON DUPLICATE KEY UPDATE desk = ticket.desk""";

    static final String SELECT_CLOSURES = """
            SELECT known.desk, known.ticket_id, id, cycle, closed_at, reopen_count, reopened_at IS NOT NULL AS reopened
            FROM (VALUES %s) AS wanted (desk, ticket_id) STRAIGHT_JOIN ticket_closure AS known FORCE INDEX (ticket_cycle)
            ON known.desk = CONVERT(wanted.desk USING ascii) COLLATE ascii_bin
            AND known.ticket_id = wanted.ticket_id COLLATE utf8mb4_0900_bin""";

    static final String SELECT_CLOSINGS = """
            SELECT known.desk, known.ticket_id, closing
            FROM (VALUES %s) AS wanted (desk, ticket_id) STRAIGHT_JOIN ticket_closing AS known FORCE INDEX (ticket_moment)
            ON known.desk = CONVERT(wanted.desk USING ascii) COLLATE ascii_bin
            AND known.ticket_id = wanted.ticket_id COLLATE utf8mb4_0900_bin""";

    static final String SELECT_REOPENINGS = """
            SELECT known.desk, known.ticket_id, id, reopened_at, reopen_count, only_if_closed
            FROM (VALUES %s) AS wanted (desk, ticket_id) STRAIGHT_JOIN ticket_reopening AS known FORCE INDEX (ticket_moment)
            ON known.desk = CONVERT(wanted.desk USING ascii) COLLATE ascii_bin
            AND known.ticket_id = wanted.ticket_id COLLATE utf8mb4_0900_bin""";

    static final String INSERT_CLOSURES = """
            INSERT INTO ticket_closure (id, desk, ticket_id, cycle, closed_at, reopen_count, ticket_number, ticket_type,
                opened_at, resolved_at, priority, category, service, assignment_group, close_code, sla_met,
                requester_department, requester_location)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    static final String LOCK_PEOPLE = """
            INSERT INTO person (id, address_hash) VALUES (?, ?) ON DUPLICATE KEY UPDATE id = person.id""";

    static final String SELECT_PEOPLE = """
            SELECT id, address_hash, opted_out_at, undeliverable_at FROM person WHERE address_hash IN (%s)""";

    static final String SELECT_INVITATIONS = """
            SELECT person_id, asked_at FROM invitation WHERE person_id IN (%s) AND asked_at > ?""";

    static final String INSERT_DECISIONS = """
            INSERT INTO decision (closure_id, survey, month, skip_reason, probability, policy_version, decided_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    static final String INSERT_INVITATIONS = """
            INSERT INTO invitation (id, closure_id, person_id, survey, month, state, due_at, asked_at, expires_at,
                next_action_at, address, summary, locale, time_zone)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    static final String INSERT_FACTS = """
            INSERT INTO satisfaction_fact (survey, month, closure_id, desk, ticket_type, service, category,
                assignment_group, priority, department, location, sla_met, time_to_resolve, skip_reason, probability,
                invitation_state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE closure_id = satisfaction_fact.closure_id""";

    static final String INSERT_CHANGES = """
            INSERT INTO satisfaction_uncounted (survey, month, closure_id, changed_at) VALUES (?, ?, ?, ?)""";

    private BareStatements() {
    }
}
