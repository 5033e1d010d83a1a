/**
 * What it means: closures and responses of a month become figures.
 * <p>
 * In come, inside the transactions of the earlier rooms, decisions, states of invitations, reopenings and what counts of
 * responses. They are kept as facts, one row a closure with its month and dimensions, and what changed is noted. Counting
 * takes what was noted, and adds to the sums of each dimension value, and takes from them, what is different now from when
 * it was counted last; so it costs what has changed. Out go the monthly figures of every survey and dimension value, each
 * with a revision: stored, on the topic through the outbox, and on the API. A sealed month stays as it is for ever.
 * <p>
 * What never happens here: reading another room's tables, knowing who a customer is, or showing a statistic from which
 * a single response could be read.
 */
package io.ticketpulse.satisfaction;
