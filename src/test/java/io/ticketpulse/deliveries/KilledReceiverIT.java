package io.ticketpulse.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;

/** The service dies by {@code kill -9} and is started again, while the broker is frozen. */
class KilledReceiverIT extends ReceptionTests {

    KilledReceiverIT() {
        super(service -> {
            service.kill();
            service.start();
        });
    }

    @Test
    void someDesksFindNobodyThere() {
        Set<Integer> answers = reception().sending().answers().keySet();

        assertThat(answers).contains(Sending.NO_ANSWER);
    }

    @Test
    void whoeverIsThereSaysNothingWorseThanToComeAgain() {
        Set<Integer> answers = reception().sending().answers().keySet();

        assertThat(answers).isSubsetOf(Sending.NO_ANSWER, Sending.ACCEPTED, 503);
    }
}
