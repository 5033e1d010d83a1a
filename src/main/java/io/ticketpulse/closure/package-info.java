/**
 * A ticket was closed.
 * <p>
 * In come desks' webhooks, which become events on the topic of tickets, and ticket events on Kafka, in any order, more than
 * once, and sometimes broken. Out go recorded
 * {@link io.ticketpulse.closure.TicketClosure closures}, one for each cycle of a ticket, and the news that one was
 * reopened, both as CDI events inside the transaction that records them. Where an event leaves the customer's address out
 * and its desk can be asked, the later rooms hear of the closure once the desk answered, or did not for too long. What
 * never happens here: deciding whom to ask, keeping the customer's address, losing a record (what can't be understood
 * goes to the dead-letter topic).
 */
package io.ticketpulse.closure;
