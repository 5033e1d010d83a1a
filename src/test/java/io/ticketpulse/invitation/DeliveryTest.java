package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import io.vertx.ext.mail.SMTPException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {

    @ParameterizedTest
    @CsvSource({
            "550, 550 5.1.1 no such user,          NO_SUCH_MAILBOX",
            "550, 550-5.1.10 null MX,              NO_SUCH_MAILBOX",
            "550, 550 no such user,                REFUSED_FOR_GOOD",
            "554, 554 5.7.1 relay access denied,   REFUSED_FOR_NOW",
            "452, 452 4.2.2 mailbox full,          REFUSED_FOR_NOW",
            "421, 421 try again,                   REFUSED_FOR_NOW"
    })
    void theReplyDecides(int code, String reply, Delivery expected) {
        assertThat(Delivery.of(new RuntimeException(
                new SMTPException("recipient address not accepted: " + reply, code, List.of(reply), true))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH LOGIN failed: 535 wrong password", "sender address not accepted: 550 unknown sender"})
    void whatTheOperatorCanMendIsNoRefusalForGood(String message) {
        assertThat(Delivery.of(new SMTPException(message, 550, List.of("550 no"), true)))
                .isEqualTo(Delivery.REFUSED_FOR_NOW);
    }

    @Test
    void aLostConnectionIsNoRefusal() {
        assertThat(Delivery.of(new IOException("Connection reset"))).isEqualTo(Delivery.REFUSED_FOR_NOW);
    }

    @ParameterizedTest
    @CsvSource({"0, PT30S", "1, PT1M", "4, PT8M", "8, PT2H8M", "9, PT4H", "1000, PT4H"})
    void pausesGrow(int attempts, Duration expected) {
        assertThat(RetryPause.after(attempts)).isEqualTo(expected);
    }
}
