package io.ticketpulse.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

/** The broker is frozen for half a minute. */
class FrozenBrokerIT extends ReceptionTests {

    FrozenBrokerIT() {
        super(service -> {
        });
    }

    @Test
    void everyDeliveryIsAcceptedAtOnce() {
        Map<Integer, Integer> answers = reception().sending().answers();

        assertThat(answers).isEqualTo(Map.of(Sending.ACCEPTED, reception().deliveries()));
    }
}
