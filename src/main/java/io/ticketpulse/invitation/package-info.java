/**
 * Who is asked, and how.
 * <p>
 * In come recorded closures. Out go one decision for each, sampled or skipped for exactly one reason, and for a sampled
 * one a mail with a link; later rooms hear of decisions and of invitations that move. This room knows people: their
 * addresses, whether they opted out, when they were asked. What never happens here: reading an answer, counting
 * anything for a report, asking somebody twice, sending a mail inside a transaction.
 */
package io.ticketpulse.invitation;
