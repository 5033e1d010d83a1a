/**
 * The kinds of service desks, a file each: who may send in a desk's name, and what its deliveries say.
 * <p>
 * In comes a delivery as it was sent, byte for byte. Out goes a {@link io.ticketpulse.closure.desk.Report}: a ticket was
 * closed, reopened, seen open, or nothing that matters to us. What never happens here: reading or writing a database or a
 * topic, keeping anything, or guessing; what a delivery leaves out stays unknown. Where it leaves out who the requester
 * is, a {@link io.ticketpulse.closure.desk.RequesterDirectory} can ask the desk.
 * <p>
 * A new kind is one more class that implements {@link io.ticketpulse.closure.desk.DeskKind}, and its page in
 * {@code docs/desks}.
 */
package io.ticketpulse.closure.desk;
