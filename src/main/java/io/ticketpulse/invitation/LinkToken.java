package io.ticketpulse.invitation;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.ticketpulse.platform.MessageAuthenticator;
import io.ticketpulse.platform.UniqueId;

/**
 * Tokens of the links {@code /s/{token}}: the invitation's identifier and the first 128 bit of an HMAC-SHA256 over purpose and identifier, in
 * base64url (RFC 4648). Nothing in the database is enough to make one, and a forged one is told without asking it.
 */
@Singleton
class LinkToken {

    /** Keeps these signatures apart from all others that are made with the same secrets. */
    private static final byte PURPOSE = 's';
    private static final int ID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 16;
    private static final int LENGTH = 43;

    private final MessageAuthenticator authenticator;

    LinkToken(MessageAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    String token(UUID invitation) {
        byte[] id = UniqueId.bytes(invitation);
        byte[] signature = authenticator.sign(message(id));
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(ByteBuffer.allocate(ID_BYTES + SIGNATURE_BYTES).put(id)
                        .put(signature, 0, SIGNATURE_BYTES).array());
    }

    /** The invitation for which the token was made; nothing if it is not a token of ours. */
    Optional<UUID> verify(String token) {
        byte[] bytes = decode(token);
        if (bytes == null || bytes.length != ID_BYTES + SIGNATURE_BYTES) {
            return Optional.empty();
        }
        byte[] id = Arrays.copyOf(bytes, ID_BYTES);
        byte[] signature = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
        return authenticator.verifies(message(id), signature)
                ? Optional.of(UniqueId.of(id))
                : Optional.empty();
    }

    private static byte[] decode(String token) {
        if (token.length() != LENGTH) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            // The last character has two spare bits; only one of the four spellings is ours.
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(token) ? bytes : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static byte[] message(byte[] id) {
        return ByteBuffer.allocate(1 + ID_BYTES).put(PURPOSE).put(id).array();
    }
}
