/**
 * The packaged service on the whole road: tickets closed on Kafka, mails, answers, monthly figures. Real MySQL, Kafka and
 * SMTP; the service in a process of its own, so that it can be killed.
 * <p>
 * What is expected is computed here, from the contract alone: nothing of the service's own code is used, see
 * {@link io.ticketpulse.road.RoadArchitectureTest}.
 */
package io.ticketpulse.road;
