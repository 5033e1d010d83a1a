package io.ticketpulse.closure.desk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Ways in which a sender proves that it knows a secret. All compare in constant time. */
public final class Proof {

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private Proof() {
    }

    /**
     * The secret itself, as a bearer token (RFC 6750, section 2.1) or as the password of HTTP basic (RFC 7617) with any
     * user name. For desks that cannot sign.
     */
    public static boolean bearerOrBasic(Delivery delivery, String secret) {
        String authorization = delivery.header("Authorization");
        if (authorization == null) {
            return false;
        }
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return same(secret, authorization.substring(BEARER.length()).strip());
        }
        return authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())
                && same(secret, password(authorization.substring(BASIC.length()).strip()));
    }

    /** Null if it is no user name and password. */
    private static String password(String credentials) {
        try {
            String decoded = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            return colon < 0 ? null : decoded.substring(colon + 1);
        } catch (IllegalArgumentException broken) {
            return null;
        }
    }

    /**
     * Computes an HMAC (RFC 2104).
     *
     * @param algorithm {@code HmacSHA256} or {@code HmacSHA1}
     * @param key       not empty
     * @param message   its parts, in order
     */
    public static byte[] hmac(String algorithm, byte[] key, byte[]... message) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            for (byte[] part : message) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + algorithm, missing);
        }
    }

    /** Whether two texts are the same; a null is never. */
    public static boolean same(String expected, String given) {
        return expected != null && given != null && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
                given.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes of a text in UTF-8. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
