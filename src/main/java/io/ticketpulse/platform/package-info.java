/**
 * The ground floor, on which every room stands.
 * <p>
 * Here are the clock and the reporting zone, the outbox through which everything leaves to Kafka, leases for work that
 * one replica does at a time, signatures, logins, what customers read in which language, and the forms of identifiers,
 * times and pages. What never happens here: anything that knows of tickets, surveys or figures.
 */
package io.ticketpulse.platform;
