package io.ticketpulse.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.ticketpulse.platform.Phrase;
import io.ticketpulse.platform.Wording;

/**
 * The reasons that can be picked along with a score.
 *
 * @param names in the order of the settings, none twice; each matches {@code [a-z0-9]+(-[a-z0-9]+)*}
 * @param words the operator's, by name, in all languages; a driver that is not among them has its words in the texts
 */
public record Drivers(List<String> names, Map<String, String> words) {

    /** What the keys of drivers' texts begin with; the name follows. */
    static final String TEXTS = "page.driver.";

    /**
     * The five dimensions of service quality (Parasuraman, Zeithaml, Berry: SERVQUAL, Journal of Retailing 64, 1988),
     * known as RATER.
     */
    public static final Drivers RATER = new Drivers(
            List.of("reliability", "assurance", "tangibles", "empathy", "responsiveness"), Map.of());

    public Drivers {
        names = List.copyOf(names);
        words = Map.copyOf(words);
    }

    /**
     * The order in which somebody sees them: every order is as likely as any other, so that no driver gains by its place
     * over many people, and one invitation has the same on each of its pages.
     */
    public List<String> shownTo(UUID invitation) {
        Map<String, byte[]> places = new HashMap<>();
        names.forEach(name -> places.put(name, sha256(invitation + "|" + name)));
        return names.stream().sorted(Comparator.comparing(places::get, Arrays::compareUnsigned)).toList();
    }

    /** What a driver is called for somebody who reads these texts. */
    public Phrase in(Wording t, String name) {
        String own = words.get(name);
        boolean replaced = own != null && (RATER.names.contains(name) || !t.has(TEXTS + name));
        return replaced ? Phrase.ofSetting(own) : Phrase.ofTexts(t.say(TEXTS + name));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
