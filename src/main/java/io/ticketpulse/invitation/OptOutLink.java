package io.ticketpulse.invitation;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.ticketpulse.platform.SignedFields;

/**
 * Tokens of the links {@code /u/{token}}, which are good for ever: they name the person by the keyed hash of the address,
 * and need nothing to be kept of the mail in which they stand.
 */
@Singleton
class OptOutLink {

    private static final String PURPOSE = "opt-out-link/1";
    private static final int HASH_BYTES = 32;

    private final SignedFields fields;
    private final People people;

    OptOutLink(SignedFields fields, People people) {
        this.fields = fields;
        this.people = people;
    }

    /** The token of the link in mails to this address. */
    String token(EmailAddress address) {
        return fields.write(PURPOSE, people.hash(address).bytes());
    }

    /** The hash of the address for which the token was made; nothing if it is none of ours, told without the database. */
    Optional<UnsignedBytes> verify(String token) {
        return fields.read(PURPOSE, token).map(bytes -> {
            byte[] hash = new byte[HASH_BYTES];
            bytes.get(hash);
            return new UnsignedBytes(hash);
        });
    }
}
