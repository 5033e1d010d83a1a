package io.ticketpulse.platform;

/** What parameters of the API look like. They are read as text, so that a wrong one is answered 400 and no 404. */
public final class Parameters {

    /** The name of a desk or a survey. */
    public static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";
    public static final String A_NAME = "must be a name such as acme-jira";

    public static final String MONTH = "[0-9]{4}-(0[1-9]|1[0-2])";
    public static final String A_MONTH = "must be a month such as 2026-10";

    /** How many items a page of a list holds: 1 to {@link Page#MAX_LIMIT}. */
    public static final String LIMIT = "[1-9][0-9]?|[1-4][0-9]{2}|500";
    public static final String A_LIMIT = "must be a number from 1 to 500";

    private Parameters() {
    }
}
