/**
 * The packaged service as desks know it that send webhooks: ten thousand deliveries while the broker stands still, and
 * while the service itself is killed. Real MySQL, and a real Kafka in a process of its own, so that it can be frozen.
 * <p>
 * Desks are played from their documentation alone: nothing of the service's own code is used.
 */
package io.ticketpulse.deliveries;
