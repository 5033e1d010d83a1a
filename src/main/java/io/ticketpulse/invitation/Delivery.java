package io.ticketpulse.invitation;

import java.util.regex.Pattern;

import io.vertx.ext.mail.SMTPException;

/** What became of a mail that was handed to the mail server. */
enum Delivery {
    /** The server took it. */
    ACCEPTED,
    /** Not now; later is worth a try. */
    REFUSED_FOR_NOW,
    /** Never. */
    REFUSED_FOR_GOOD,
    /** Never, because there is no such mailbox: nobody needs to try that address again. */
    NO_SUCH_MAILBOX;

    /**
     * Enhanced status codes of a bad destination mailbox or system, of no use for any mail (RFC 3463, section 3.2, and
     * RFC 7505), as they stand after the reply code (RFC 2034).
     */
    private static final Pattern BAD_DESTINATION = Pattern.compile("(5\\d\\d[ -])?5\\.1\\.(1|2|3|6|10)\\b.*",
            Pattern.DOTALL);

    /** Reads the failure of an attempt. What is not a refusal for good by the server itself is one for now. */
    static Delivery of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException refusal && refusal.isPermanent()) {
                // Read from the reply: the driver's own reading of it is shared between connections.
                return refusal.getReplyMessages().stream().anyMatch(line -> BAD_DESTINATION.matcher(line).matches())
                        ? NO_SUCH_MAILBOX
                        : REFUSED_FOR_GOOD;
            }
        }
        return REFUSED_FOR_NOW;
    }
}
