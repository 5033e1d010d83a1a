package io.ticketpulse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class WebTest {

    @Test
    void theOneTimeNumberOfAFormIsFound() {
        assertThat(Web.nonceOf("<form><input type=hidden name=nonce value=\"n-1\"><input name=score></form>"))
                .contains("n-1");
    }

    @Test
    void aPageWithoutFormHasNone() {
        assertThat(Web.nonceOf("<p>Gone</p>")).isEmpty();
    }

    @Test
    void theStateOfAnInvitationIsFound() throws Exception {
        assertThat(Web.stateOf("{\"items\": [{\"invitation\": {\"state\": \"SENT\"}}], \"next\": null}"))
                .contains("SENT");
    }

    @Test
    void aSkippedTicketHasNone() throws Exception {
        assertThat(Web.stateOf("{\"items\": [{\"invitation\": null}], \"next\": null}")).isEmpty();
    }

    @Test
    void aFormIsEncodedAsBrowsersDo() {
        assertThat(Web.encoded(Map.of("comment", "Größe & Güte = 100 %"))).isEqualTo(
                "comment=Gr%C3%B6%C3%9Fe+%26+G%C3%BCte+%3D+100+%25");
    }
}
