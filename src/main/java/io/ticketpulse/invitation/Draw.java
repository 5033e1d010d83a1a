package io.ticketpulse.invitation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import io.ticketpulse.closure.TicketClosure;

/**
 * The draw: a number that looks random to everybody who does not know the salt, and is the same for the same closure
 * for ever, so that no retry, replay or second replica rolls the dice again.
 */
final class Draw {

    private static final double TWO_TO_THE_53 = 0x1p53;

    private Draw() {
    }

    /** Whether a closure is sampled that is to be sampled with a probability of {@code probability}, 0 to 1. */
    static boolean includes(String salt, String survey, TicketClosure closure, double probability) {
        return probability >= 1
                || number(salt, survey, closure.desk(), closure.ticketId(), closure.cycle()) < probability;
    }

    /**
     * From 0 to below 1, evenly: the first 53 bits of SHA-256 (FIPS 180-4) over
     * {@code salt|survey|desk|ticketId|cycle} in UTF-8.
     */
    static double number(String salt, String survey, String desk, String ticketId, int cycle) {
        String text = salt + '|' + survey + '|' + desk + '|' + ticketId + '|' + cycle;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(hash).getLong() >>> 11) / TWO_TO_THE_53;
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
