package io.ticketpulse.response;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.ticketpulse.platform.MessageAuthenticator;
import io.ticketpulse.response.Nonce.Purpose;

/** Turns nonces into the text in a form's hidden field and back. */
@Singleton
class Nonces {

    /** Keeps these signatures apart from those of links, which are made with the same secrets. */
    private static final byte[] CONTEXT = "response-form|".getBytes(StandardCharsets.US_ASCII);

    private static final int SIGNED_BYTES = 1 + 16 + 8 + 16;
    private static final int SIGNATURE_BYTES = 32;

    private final MessageAuthenticator authenticator;

    Nonces(MessageAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    /** A new nonce, in base64url without padding. */
    String issue(Purpose purpose, UUID invitation, Instant now) {
        UUID id = UUID.randomUUID();
        byte[] signed = ByteBuffer.allocate(SIGNED_BYTES).put((byte) purpose.ordinal())
                .putLong(invitation.getMostSignificantBits()).putLong(invitation.getLeastSignificantBits())
                .putLong(now.toEpochMilli())
                .putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
        byte[] nonce = ByteBuffer.allocate(SIGNED_BYTES + SIGNATURE_BYTES).put(signed)
                .put(authenticator.sign(withContext(signed))).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
    }

    /** The nonce in a field, if it is one of ours, to the last bit. */
    Optional<Nonce> read(String field) {
        return bytes(field)
                .filter(nonce -> authenticator.verifies(withContext(Arrays.copyOf(nonce, SIGNED_BYTES)),
                        Arrays.copyOfRange(nonce, SIGNED_BYTES, nonce.length)))
                .map(ByteBuffer::wrap)
                .map(nonce -> new Nonce(Purpose.values()[nonce.get()], new UUID(nonce.getLong(), nonce.getLong()),
                        Instant.ofEpochMilli(nonce.getLong()), new UUID(nonce.getLong(), nonce.getLong())));
    }

    private static Optional<byte[]> bytes(String field) {
        if (field == null) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(field);
            // The decoder overlooks padding and stray bits at the end; there is only one way to write a nonce.
            boolean canonical = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(field);
            return Optional.of(bytes).filter(b -> canonical && b.length == SIGNED_BYTES + SIGNATURE_BYTES);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static byte[] withContext(byte[] signed) {
        return ByteBuffer.allocate(CONTEXT.length + signed.length).put(CONTEXT).put(signed).array();
    }
}
