package io.ticketpulse.invitation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;
import io.ticketpulse.platform.Brand;

/** Who writes the mails: an address, and a name that may hold any character. */
@Singleton
@Startup
class Sender {

    private static final Pattern MAILBOX = Pattern
            .compile("(?:\"?(?<name>[^<>\"]*?)\"?\\s*<)?(?<address>[^\\s<>\"(),;:]+@[^\\s<>\"(),;:@]+)>?");
    /** Of UTF-8, so that an encoded word has less than 75 characters (RFC 2047, section 2). */
    private static final int MOST_BYTES = 42;

    private final String address;
    private final String name;

    /** @throws IllegalStateException if the setting is no address */
    Sender(MailSettings settings, Brand brand) {
        Matcher mailbox = MAILBOX.matcher(settings.from().strip());
        if (!mailbox.matches()) {
            throw new IllegalStateException("ticketpulse.mail.from is " + settings.from()
                    + "; it must be an address such as Service Desk <feedback@example.com>");
        }
        this.address = mailbox.group("address");
        String own = mailbox.group("name");
        this.name = own == null || own.isBlank() ? brand.name() : own.strip();
    }

    String address() {
        return address;
    }

    /** The header From (RFC 5322, section 3.6.2). The mail client would leave a comma in a name bare. */
    String header() {
        return phrase() + " <" + address + ">";
    }

    private String phrase() {
        if (name.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        name.codePoints().mapToObj(Character::toString).forEach(character -> {
            if (bytes(word + character).length > MOST_BYTES) {
                words.add(encoded(word.toString()));
                word.setLength(0);
            }
            word.append(character);
        });
        words.add(encoded(word.toString()));
        return String.join("\r\n ", words);
    }

    private static String encoded(String word) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(word)) + "?=";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
