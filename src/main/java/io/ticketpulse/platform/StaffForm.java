package io.ticketpulse.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import jakarta.inject.Singleton;

/**
 * Proves that a form which changes something was on a page of ours that its sender looked at: a browser adds the login
 * to whatever another site makes it send. The token is signed, for one login and a working day (the HMAC-based token
 * pattern of OWASP's cheat sheet on cross-site request forgery). It needs no cookie, and so leaves alone the forms of
 * customers and the one-click POST of mail programs, which have no cookie to show.
 */
@Singleton
public class StaffForm {

    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final int TIME_BYTES = 8;
    private static final int SIGNATURE_BYTES = 32;

    private final MessageAuthenticator authenticator;
    private final Clock clock;

    StaffForm(MessageAuthenticator authenticator, Clock clock) {
        this.authenticator = authenticator;
        this.clock = clock;
    }

    /** For a hidden field of a form that is shown to a login. */
    public String token(String login) {
        long now = clock.millis();
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(ByteBuffer.allocate(TIME_BYTES + SIGNATURE_BYTES).putLong(now)
                        .put(authenticator.sign(message(login, now))).array());
    }

    /** Whether the token, which may be null, was made for this login and is not too old. */
    public boolean verifies(String login, String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token == null ? "" : token);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        if (bytes.length != TIME_BYTES + SIGNATURE_BYTES) {
            return false;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long madeAt = buffer.getLong();
        byte[] signature = new byte[SIGNATURE_BYTES];
        buffer.get(signature);
        return authenticator.verifies(message(login, madeAt), signature)
                && clock.instant().isBefore(Instant.ofEpochMilli(madeAt).plus(LIFETIME));
    }

    private static byte[] message(String login, long madeAt) {
        return ("staff-form|" + madeAt + "|" + login).getBytes(StandardCharsets.UTF_8);
    }
}
