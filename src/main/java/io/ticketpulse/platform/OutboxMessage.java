package io.ticketpulse.platform;

/**
 * One record that must reach Kafka because of a database change.
 *
 * @param topic the topic to write to
 * @param key   the record key; records of one key keep the order in which they were appended
 * @param value a CloudEvent in JSON, structured mode
 */
public record OutboxMessage(String topic, String key, byte[] value) {}
