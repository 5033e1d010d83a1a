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
import io.ticketpulse.platform.UniqueId;

/** Turns nonces into the text in a form's hidden field and back. */
@Singleton
class Nonces {

    /** Keeps these signatures apart from those of links, which are made with the same secrets. */
    private static final byte[] CONTEXT = "response-form/3|".getBytes(StandardCharsets.US_ASCII);

    private static final int SIGNED_BYTES = 16 + 4 + 1 + 8 + 8 + 16;
    private static final int SIGNATURE_BYTES = 32;

    private final MessageAuthenticator authenticator;

    Nonces(MessageAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    /** The text of a nonce, in base64url without padding. */
    String write(Nonce nonce) {
        byte[] signed = ByteBuffer.allocate(SIGNED_BYTES).put(UniqueId.bytes(nonce.invitation()))
                .putInt(nonce.revision()).put((byte) (nonce.again() ? 1 : 0))
                .putLong(nonce.openedAt().toEpochMilli()).putLong(nonce.handedOutAt().toEpochMilli())
                .put(UniqueId.bytes(nonce.id())).array();
        byte[] bytes = ByteBuffer.allocate(SIGNED_BYTES + SIGNATURE_BYTES).put(signed)
                .put(authenticator.sign(withContext(signed))).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The nonce in a field, if it is one of ours, to the last bit. */
    Optional<Nonce> read(String field) {
        return bytes(field)
                .filter(nonce -> authenticator.verifies(withContext(Arrays.copyOf(nonce, SIGNED_BYTES)),
                        Arrays.copyOfRange(nonce, SIGNED_BYTES, nonce.length)))
                .map(ByteBuffer::wrap)
                .map(nonce -> new Nonce(uuid(nonce), nonce.getInt(), nonce.get() == 1,
                        Instant.ofEpochMilli(nonce.getLong()), Instant.ofEpochMilli(nonce.getLong()), uuid(nonce)));
    }

    private static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
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
