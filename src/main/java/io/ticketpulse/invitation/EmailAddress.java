package io.ticketpulse.invitation;

import java.util.Locale;
import java.util.Optional;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;

/**
 * An address that mail can be sent to (RFC 5321), in lower case: people are known by it without regard to case.
 *
 * @param text at most 320 characters
 */
record EmailAddress(String text) {

    private static final EmailValidator VALIDATOR = JMail.strictValidator().disallowQuotedIdentifiers().requireAscii();

    /** Nothing if the text is not an address on the Internet. */
    static Optional<EmailAddress> of(String text) {
        return VALIDATOR.tryParse(text.strip().toLowerCase(Locale.ROOT))
                .map(email -> new EmailAddress(email.localPartWithoutComments() + "@" + email.domainWithoutComments()));
    }
}
