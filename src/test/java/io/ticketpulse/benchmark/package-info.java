/**
 * How fast the service takes in a backlog, compared with a plain program that does the same work, and how fast it publishes
 * a month, compared with reading the month once: {@code ./mvnw -Pbenchmark package}.
 * <p>
 * In: the packaged service and real servers. Out: events a second of both, side by side. The plain program
 * ({@link io.ticketpulse.benchmark.BareProgram}) shares nothing with the service but the settings of the drivers, and that
 * both issue the same statements is checked in every run; so is that what is published is what a scan finds.
 */
package io.ticketpulse.benchmark;
