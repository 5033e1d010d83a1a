package io.ticketpulse.satisfaction;

/** Shares that may be undefined. */
final class Ratio {

    private Ratio() {
    }

    /** The share, null if there is nothing to have a share of. */
    static Double of(int part, int whole) {
        return whole == 0 ? null : Double.valueOf((double) part / whole);
    }
}
