/**
 * TicketPulse to try out, on a machine with nothing but a JDK: {@code ./mvnw -Pdemo package}. Starts the servers of
 * {@link io.ticketpulse.servers}, the packaged service in a JVM of its own, and a small invented company whose tickets are
 * closed and whose customers answer their mails.
 * <p>
 * In: a few {@code demo.*} settings. Out: closures on Kafka, answers and orders by HTTP, a page with the mails. Never: a row,
 * a mail or a figure by any other way than the public one; nothing here imports the service.
 */
package io.ticketpulse.demo;
