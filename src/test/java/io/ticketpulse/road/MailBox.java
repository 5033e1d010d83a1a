package io.ticketpulse.road;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;

/** The mails of all customers. */
final class MailBox {

    private static final Pattern ANSWER = Pattern.compile("https?://[^/\\s]+/s/[\\w-]+");
    private static final Pattern OPT_OUT = Pattern.compile("https?://[^/\\s]+/u/[\\w-]+");

    private final GreenMail server;

    MailBox(GreenMail server) {
        this.server = server;
    }

    /** A mail as it arrived. */
    record Mail(String address, String messageId, MimeMessage message) {

        String answerLink() {
            return link(ANSWER);
        }

        String optOutLink() {
            return link(OPT_OUT);
        }

        private String link(Pattern pattern) {
            try {
                Matcher matcher = pattern.matcher(text(message));
                if (!matcher.find()) {
                    throw new AssertionError("No link " + pattern + " in the text of the mail to " + address);
                }
                return matcher.group();
            } catch (MessagingException | IOException unreadable) {
                throw new AssertionError("The mail to " + address + " cannot be read", unreadable);
            }
        }

        private static String text(Part part) throws MessagingException, IOException {
            if (part.isMimeType("text/plain")) {
                return (String) part.getContent();
            }
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    String text = text(parts.getBodyPart(i));
                    if (text != null) {
                        return text;
                    }
                }
            }
            return null;
        }
    }

    /** All mails in the order of their arrival. */
    List<Mail> mails() {
        return Arrays.stream(server.getReceivedMessages()).map(MailBox::mail).toList();
    }

    /** To whom, a line for each mail; copies of one have its Message-ID. */
    List<String> addresses() {
        return mails().stream().map(mail -> mail.address + " " + mail.messageId).distinct()
                .map(mail -> mail.split(" ")[0]).toList();
    }

    /** The last mail to each address. */
    Map<String, Mail> lastByAddress() {
        Map<String, Mail> last = new HashMap<>();
        mails().forEach(mail -> last.put(mail.address, mail));
        return last;
    }

    private static Mail mail(MimeMessage message) {
        try {
            return new Mail(message.getAllRecipients()[0].toString(), message.getMessageID(), message);
        } catch (MessagingException unreadable) {
            throw new AssertionError("A mail cannot be read", unreadable);
        }
    }
}
