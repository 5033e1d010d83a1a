package io.ticketpulse.invitation;

/** Why a customer is not asked about a closure. The order is the order of evaluation: the first that applies wins. */
public enum SkipReason {
    /** No survey takes this ticket. */
    NO_SURVEY(Group.OUTSIDE),
    /** Closed longer ago than the survey's maximum age. */
    TOO_OLD(Group.EXCLUDED),
    /** Excluded by type, category, priority or close code. */
    EXCLUDED_TICKET(Group.EXCLUDED),
    /** The desk gave no address. */
    NO_ADDRESS(Group.EXCLUDED),
    /** What the desk gave is not an address. */
    INVALID_ADDRESS(Group.EXCLUDED),
    /** The address matches an exclusion pattern, such as a mailer daemon's. */
    EXCLUDED_ADDRESS(Group.EXCLUDED),
    /** The requester resolved the ticket. */
    SELF_RESOLVED(Group.EXCLUDED),
    /** The person does not want to be asked. */
    OPTED_OUT(Group.UNAVAILABLE),
    /** Mail to the person bounced for good a short time ago. */
    UNDELIVERABLE(Group.UNAVAILABLE),
    /** The person was asked a short time ago. */
    COOL_DOWN(Group.UNAVAILABLE),
    /** The person was asked as often as allowed within the window. */
    CUSTOMER_CAP(Group.UNAVAILABLE),
    /** The draw went the other way. */
    NOT_DRAWN(Group.ELIGIBLE),
    /** The survey has used up its month. */
    MONTHLY_CAP(Group.ELIGIBLE);

    /** Where a skipped closure stands in the monthly counts. */
    public enum Group {
        /** Belongs to no survey and is in no figure. */
        OUTSIDE,
        /** Nobody could or should have been asked: not in the denominator of coverage. */
        EXCLUDED,
        /** There was somebody to ask who must be left alone now. */
        UNAVAILABLE,
        /** Took part in the draw. */
        ELIGIBLE
    }

    private final Group group;

    SkipReason(Group group) {
        this.group = group;
    }

    public Group group() {
        return group;
    }
}
