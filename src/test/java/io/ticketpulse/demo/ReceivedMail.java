package io.ticketpulse.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/**
 * A mail as its reader sees it.
 *
 * @param id name within the mail store
 * @param to address of the reader
 * @param text the plain version, may be empty
 * @param html the version with colours, may be empty
 */
record ReceivedMail(String id, Instant receivedAt, String from, String to, String subject, String text, String html) {

    private static final Pattern ANSWER_LINK = Pattern.compile("https?://[^\\s\"'<>]+/s/[^\\s\"'<>?#]+");
    private static final Pattern OPT_OUT_LINK = Pattern.compile("https?://[^\\s\"'<>]+/u/[^\\s\"'<>?#]+");

    static ReceivedMail parse(String id, Instant receivedAt, byte[] bytes) {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()),
                    new ByteArrayInputStream(bytes));
            return new ReceivedMail(id, receivedAt, InternetAddress.toUnicodeString(message.getFrom()),
                    ((InternetAddress) message.getAllRecipients()[0]).getAddress(), message.getSubject(),
                    body(message, "text/plain"), body(message, "text/html"));
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException("This is no mail: " + id, e);
        }
    }

    /** {@return where the question of this mail is answered, if it asks one} */
    public Optional<String> answerLink() {
        return first(ANSWER_LINK);
    }

    /** {@return where its reader says that there shall be no more mails} */
    public Optional<String> optOutLink() {
        return first(OPT_OUT_LINK);
    }

    /** {@return the line of the mail that says which ticket it is about; empty when there is none} */
    public String about() {
        return text.lines().filter(line -> line.contains(Ticket.PREFIX)).findFirst().orElse("");
    }

    public boolean isYours() {
        return to.equalsIgnoreCase(Requester.YOU.email());
    }

    private Optional<String> first(Pattern link) {
        Matcher matcher = link.matcher(text.isEmpty() ? html : text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static String body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = body(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
