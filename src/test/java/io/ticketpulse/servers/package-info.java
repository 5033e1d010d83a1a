/**
 * Real servers for tests, benchmark and demo on a machine without Docker: MySQL from an archive in a Maven artifact, Kafka
 * and a mail server inside this JVM. Never part of the product: this is the test tree.
 * <p>
 * In: a folder and ports. Out: running servers and the Quarkus configuration that leads to them. Nothing here knows a survey.
 */
package io.ticketpulse.servers;
