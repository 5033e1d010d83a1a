package io.ticketpulse.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

/**
 * Signs and verifies with HMAC-SHA256 (RFC 2104, FIPS 180-4) and the secrets in {@code ticketpulse.token.secrets}: the
 * first signs, all verify, so that a secret can be replaced without breaking the links that are out.
 */
@Singleton
public class MessageAuthenticator {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int FEWEST_BYTES = 32;

    private final List<SecretKeySpec> keys;

    /**
     * @throws IllegalStateException if there is no secret or one of them is shorter than 32 bytes
     */
    MessageAuthenticator(PlatformSettings settings) {
        this.keys = settings.token().secrets().stream().map(MessageAuthenticator::key).toList();
        if (keys.isEmpty()) {
            throw new IllegalStateException("ticketpulse.token.secrets is empty; set at least one secret");
        }
    }

    private static SecretKeySpec key(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < FEWEST_BYTES) {
            throw new IllegalStateException("ticketpulse.token.secrets holds a secret of " + bytes.length
                    + " bytes; each needs at least " + FEWEST_BYTES + ", e.g. from: openssl rand -hex 32");
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    /** The 32 bytes of the signature. */
    public byte[] sign(byte[] message) {
        return mac(keys.get(0), message);
    }

    /**
     * Whether one of the secrets made the signature, in a time that does not depend on where it differs.
     *
     * @param signature may be cut to its first bytes, but not below 16 (128 bit)
     */
    public boolean verifies(byte[] message, byte[] signature) {
        if (signature.length < 16 || signature.length > 32) {
            return false;
        }
        boolean verified = false;
        for (SecretKeySpec key : keys) {
            byte[] expected = Arrays.copyOf(mac(key, message), signature.length);
            verified |= MessageDigest.isEqual(expected, signature);
        }
        return verified;
    }

    /**
     * A keyed hash that stays the same when secrets are put in front of the list: it is made with the last one, the
     * oldest. For recognising a person after the address is gone.
     */
    public byte[] lastingHash(byte[] message) {
        return mac(keys.get(keys.size() - 1), message);
    }

    private static byte[] mac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, missing);
        }
    }
}
