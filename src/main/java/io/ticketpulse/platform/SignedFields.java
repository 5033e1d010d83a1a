package io.ticketpulse.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import jakarta.inject.Singleton;

/**
 * Signs what a form carries in a hidden field: it comes back as it was handed out or not at all, and needs neither a
 * cookie nor a row of its own. Fields are base64url without padding (RFC 4648).
 */
@Singleton
public class SignedFields {

    private static final int SIGNATURE_BYTES = 32;

    private final MessageAuthenticator authenticator;

    public SignedFields(MessageAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    /**
     * The text of a field.
     *
     * @param purpose without {@code |}; keeps these signatures apart from all others that are made with the same secrets
     */
    public String write(String purpose, byte[] content) {
        byte[] bytes = ByteBuffer.allocate(content.length + SIGNATURE_BYTES).put(content)
                .put(authenticator.sign(message(purpose, content))).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is in a field, which may be null, if {@link #write} made it for this purpose, to the last bit. */
    public Optional<ByteBuffer> read(String purpose, String field) {
        byte[] bytes = decode(field);
        int length = bytes.length - SIGNATURE_BYTES;
        if (length < 0) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(bytes, length);
        return authenticator.verifies(message(purpose, content), Arrays.copyOfRange(bytes, length, bytes.length))
                ? Optional.of(ByteBuffer.wrap(content))
                : Optional.empty();
    }

    private static byte[] decode(String field) {
        byte[] nothing = {};
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(field == null ? "" : field);
            // The decoder overlooks padding and stray bits at the end; there is only one way to write a field.
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(field) ? bytes : nothing;
        } catch (IllegalArgumentException notBase64) {
            return nothing;
        }
    }

    private static byte[] message(String purpose, byte[] content) {
        byte[] context = (purpose + "|").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(context.length + content.length).put(context).put(content).array();
    }
}
