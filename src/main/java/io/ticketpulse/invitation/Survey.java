package io.ticketpulse.invitation;

/**
 * A named one-question survey as the later rooms know it.
 *
 * @param name           matches {@code [a-z0-9]+(-[a-z0-9]+)*}
 * @param question       the question in the operator's own words; null for the one that goes with the scale
 * @param alertAtOrBelow the score from which downwards a response raises an alert
 */
public record Survey(String name, Scale scale, String question, int alertAtOrBelow) {}
