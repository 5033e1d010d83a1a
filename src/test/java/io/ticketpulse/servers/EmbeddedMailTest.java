package io.ticketpulse.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.Test;

class EmbeddedMailTest {

    @Test
    void aMailForAnybodyIsTaken() throws Exception {
        try (EmbeddedMail server = EmbeddedMail.start(0)) {
            GreenMailUtil.sendTextEmail("anybody@example.com", "desk@example.com", "A question", "Were you helped?",
                    new ServerSetup(server.port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

            assertThat(server.greenMail().getReceivedMessages()[0].getSubject()).isEqualTo("A question");
        }
    }
}
