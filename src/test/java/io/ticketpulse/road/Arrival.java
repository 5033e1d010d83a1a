package io.ticketpulse.road;

import java.util.List;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record on the topic of tickets.
 *
 * @param news   what the service learns from it
 * @param broken whether it can never be understood
 */
record Arrival(ProducerRecord<byte[], byte[]> record, List<News> news, boolean broken) {

    /** Something new about a ticket. */
    sealed interface News {
    }

    /** A closing that is a closure of its own. */
    record Closed(Closing closing) implements News {}

    /** The ticket was opened again after this closing. */
    record Reopened(Closing closing) implements News {}
}
