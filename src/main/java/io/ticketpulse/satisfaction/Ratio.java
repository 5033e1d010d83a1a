package io.ticketpulse.satisfaction;

/** Quotients that may be undefined. */
final class Ratio {

    private Ratio() {
    }

    /** So many of one for each of the other; null if there is nothing to divide by. */
    static Double of(int one, int other) {
        return other == 0 ? null : Double.valueOf((double) one / other);
    }
}
