package io.ticketpulse.satisfaction;

/**
 * The newest revision of a figure as it is kept.
 *
 * @param figure   what is published
 * @param released the statistics last shown, though they be suppressed now; null if none ever were
 */
record StoredFigure(MonthlyFigure figure, Statistics released) {}
