package io.ticketpulse.invitation;

import java.util.Arrays;

/** Bytes as a key, in the order in which the database sorts them. */
record UnsignedBytes(byte[] bytes) implements Comparable<UnsignedBytes> {

    @Override
    public int compareTo(UnsignedBytes other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnsignedBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
