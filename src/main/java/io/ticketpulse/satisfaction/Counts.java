package io.ticketpulse.satisfaction;

/**
 * How many closures went which way. Each sum below holds.
 *
 * @param closed      = {@code excluded + unavailable + eligible}
 * @param excluded    nobody could or should be asked
 * @param unavailable somebody could be asked but must be left alone now
 * @param eligible    took part in the draw: {@code sampled}, not drawn, or above the monthly cap
 * @param sampled     = {@code pending + cancelled + refused + sent}
 * @param refused     for good, by the mail server
 * @param sent        = {@code bounced + withdrawn + delivered}
 * @param withdrawn   reopened before a response
 * @param responded   with a response that counts; at most {@code delivered}
 * @param commented   of those, with a comment
 * @param quarantined with a response that is set aside
 */
record Counts(
        int closed,
        int excluded,
        int unavailable,
        int eligible,
        int sampled,
        int pending,
        int cancelled,
        int refused,
        int sent,
        int bounced,
        int withdrawn,
        int delivered,
        int responded,
        int commented,
        int quarantined,
        int reopened) {}
