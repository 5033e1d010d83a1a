package io.ticketpulse.satisfaction;

/**
 * How often service level agreements were met.
 *
 * @param known closures of which it is known
 * @param share {@code met / known}; null if nothing is known
 */
record Sla(int known, int met, Double share) {

    static Sla of(int known, int met) {
        return new Sla(known, met, Ratio.of(met, known));
    }
}
