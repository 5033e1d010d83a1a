package io.ticketpulse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.ticketpulse.servers.EmbeddedMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailStoreTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-17T15:00:00Z"), ZoneOffset.UTC);

    static final byte[] INVITATION = """
            From: TicketPulse <survey@localhost>
            To: you@example.com
            Subject: How did we do with INC901?
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=cut

            --cut
            Content-Type: text/plain; charset=UTF-8

            INC901: Password expired
            Zufrieden? Answer at http://localhost:8080/s/abc-DEF_1?score=4 please.
            No more mails: http://localhost:8080/u/xyz
            --cut
            Content-Type: text/html; charset=UTF-8

            <p>Were <b>you</b> helped?</p>
            --cut--
            """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void mailsAreThereAfterARestart() throws IOException {
        new MailStore(folder, CLOCK).add(INVITATION);

        MailStore restarted = new MailStore(folder, CLOCK);

        assertThat(restarted.newestFirst()).extracting(ReceivedMail::subject)
                .containsExactly("How did we do with INC901?");
    }

    @Test
    void whatTheServerReceivesIsKept() throws IOException {
        MailStore store = new MailStore(folder, CLOCK);
        try (EmbeddedMail server = EmbeddedMail.start(0)) {
            store.collectFrom(server.greenMail());

            GreenMailUtil.sendTextEmail("ada@customers.example", "desk@example.com", "Hello", "Text",
                    new ServerSetup(server.port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

            assertThat(store.newestFirst()).extracting(ReceivedMail::to).containsExactly("ada@customers.example");
        }
    }

    @Test
    void aReaderIsHandedEveryNewMail() throws IOException {
        MailStore store = new MailStore(folder, CLOCK);
        List<ReceivedMail> read = new ArrayList<>();
        store.onMail(read::add);

        store.add(INVITATION);

        assertThat(read).hasSize(1);
    }

    @Test
    void bothVersionsOfAMailAreFound() {
        ReceivedMail mail = ReceivedMail.parse("1", CLOCK.instant(), INVITATION);

        assertThat(List.of(mail.text().substring(0, 6), mail.html().strip()))
                .containsExactly("INC901", "<p>Were <b>you</b> helped?</p>");
    }

    @Test
    void theTicketOfAMailIsFound() {
        ReceivedMail mail = ReceivedMail.parse("1", CLOCK.instant(), INVITATION);

        assertThat(mail.about()).isEqualTo("INC901: Password expired");
    }

    @Test
    void theLinksOfAMailAreFound() {
        ReceivedMail mail = ReceivedMail.parse("1", CLOCK.instant(), INVITATION);

        assertThat(List.of(mail.answerLink().orElseThrow(), mail.optOutLink().orElseThrow()))
                .containsExactly("http://localhost:8080/s/abc-DEF_1", "http://localhost:8080/u/xyz");
    }
}
