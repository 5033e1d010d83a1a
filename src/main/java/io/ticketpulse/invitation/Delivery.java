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

    /** Security or policy (RFC 3463, section 3.8): the fault of whoever runs the servers, who will mend it. */
    private static final Pattern POLICY = Pattern.compile("(5\\d\\d[ -])?5\\.7\\.\\d+\\b.*", Pattern.DOTALL);

    /** How the mail client begins to tell of a refused recipient or a refused message. */
    private static final Pattern ABOUT_THIS_MAIL = Pattern.compile(
            "(recipient address not accepted|sending data failed).*",
            Pattern.DOTALL);

    /**
     * Reads the failure of an attempt. Only the recipient and the message can be refused for good: a refused login or
     * sender is a setting to be mended, and the mail waits for that.
     */
    static Delivery of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException refusal && isAboutThisMail(refusal)) {
                // Read from the reply: the driver's own reading of it is shared between connections.
                return says(refusal, BAD_DESTINATION)
                        ? NO_SUCH_MAILBOX
                        : REFUSED_FOR_GOOD;
            }
        }
        return REFUSED_FOR_NOW;
    }

    private static boolean isAboutThisMail(SMTPException refusal) {
        return refusal.isPermanent() && refusal.getMessage() != null
                && ABOUT_THIS_MAIL.matcher(refusal.getMessage()).matches() && !says(refusal, POLICY);
    }

    private static boolean says(SMTPException refusal, Pattern status) {
        return refusal.getReplyMessages().stream().anyMatch(line -> status.matcher(line).matches());
    }
}
