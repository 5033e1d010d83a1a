package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.mailer.Mail;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.MoodyMail.Received;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.BinaryBody;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails as they arrive, read by a parser that shares nothing with what wrote them and forgives nothing. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class SentMailTest {

    private static final int MOST_BYTES = 30_000;

    @Inject
    MailOffice office;

    static List<Arguments> mails() {
        return Stream.of("en", "de", "pl", "ja", "zh", "ar").map(Locale::forLanguageTag)
                .flatMap(language -> Stream.of(Scale.values()).map(scale -> Arguments.of(language, scale))).toList();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void arrivesAsItWasWritten(Locale language, Scale scale) throws Exception {
        Mail written = office.secureWriter(Map.of("name", "Müller & Söhne, Köln"))
                .invitation(MailSamples.of(scale, language), MailOffice.someAddress());

        Message read = read(office.sent(written));

        assertThat(read.getSubject()).isEqualTo(written.getSubject());
        Multipart alternatives = (Multipart) read.getBody();
        assertThat(read.getMimeType()).isEqualTo("multipart/alternative");
        assertThat(alternatives.getBodyParts()).extracting(Entity::getMimeType)
                .containsExactly("text/plain", "text/html");
        assertThat(alternatives.getBodyParts()).extracting(SentMailTest::text)
                .containsExactly(written.getText().strip(), written.getHtml().strip());
    }

    @Test
    void senderRecipientAndDateAreThere() throws Exception {
        String address = MailOffice.someAddress();
        Mail written = office.secureWriter(Map.of()).reminder(MailSamples.of(Scale.STARS, Locale.GERMAN), address);

        Message read = read(office.sent(written));

        assertThat(read.getFrom()).extracting(Mailbox::getName, Mailbox::getAddress)
                .containsExactly(tuple("Service Desk", "desk@example.org"));
        assertThat(read.getTo()).extracting(Object::toString).containsExactly(address);
        assertThat(read.getReplyTo()).extracting(Object::toString).containsExactly("answers@example.org");
        assertThat(read.getDate()).isNotNull();
        assertThat(read.getMessageId()).isEqualTo("<" + MailSamples.INVITATION + ".reminder@feedback.example.com>");
        assertThat(Stream.of("Content-Language", "Auto-Submitted", "List-Unsubscribe-Post")
                .map(name -> read.getHeader().getField(name).getBody()))
                .containsExactly("de", "auto-generated", "List-Unsubscribe=One-Click");
    }

    @Test
    void theLogoTravelsWithTheHtml() throws Exception {
        Mail written = office.secureWriter(Map.of("logo", "src/test/resources/brand/logo.png"))
                .invitation(MailSamples.of(Scale.STARS), MailOffice.someAddress());

        Message read = read(office.sent(written));

        Entity related = ((Multipart) read.getBody()).getBodyParts().get(1);
        assertThat(related.getMimeType()).isEqualTo("multipart/related");
        Entity logo = ((Multipart) related.getBody()).getBodyParts().get(1);
        assertThat(logo.getMimeType()).isEqualTo("image/png");
        assertThat(logo.getDispositionType()).isEqualTo("inline");
        assertThat(logo.getHeader().getField("Content-ID").getBody()).isEqualTo("<logo@ticketpulse>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ((BinaryBody) logo.getBody()).writeTo(bytes);
        assertThat(bytes.toByteArray()).isEqualTo(Files.readAllBytes(Path.of("src/test/resources/brand/logo.png")));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void isSmallWithTheLongestOfEverything(Locale language, Scale scale, @TempDir Path folder) throws Exception {
        Path logo = Files.write(folder.resolve("logo.gif"), gifOf(5 * 1024));
        Mail written = office.secureWriter(Map.of("logo", logo.toString(), "footer", "务".repeat(100)))
                .reminder(MailSamples.wordy(scale, language), MailOffice.someAddress());

        Received received = office.sent(written);

        assertThat(received.text().length()).isLessThan(MOST_BYTES);
        assertThat(received.text().lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(998));
    }

    /** A header of one pixel (GIF 89a), and whatever follows. */
    private static byte[] gifOf(int size) {
        byte[] data = new byte[size];
        new Random(1).nextBytes(data);
        byte[] header = {'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0, 0, 0, 0, ',', 0, 0, 0, 0, 1, 0, 1, 0, 0, 2};
        System.arraycopy(header, 0, data, 0, header.length);
        return data;
    }

    private static Message read(Received received) throws IOException {
        DefaultMessageBuilder parser = new DefaultMessageBuilder();
        parser.setMimeEntityConfig(MimeConfig.STRICT);
        parser.setDecodeMonitor(DecodeMonitor.STRICT);
        return parser.parseMessage(new ByteArrayInputStream(received.text().getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String text(Entity part) {
        try {
            return new String(((TextBody) part.getBody()).getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n").strip();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
