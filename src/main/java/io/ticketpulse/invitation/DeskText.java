package io.ticketpulse.invitation;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a desk wrote, fit to be shown: no desk can break a line, reverse the words around its own, or write a novel. */
public final class DeskText {

    private static final int LONGEST_NUMBER = 30;
    private static final int LONGEST_SUMMARY = 100;

    /** Controls, spaces of any kind, and the line and paragraph separators. */
    private static final Pattern GAP = Pattern.compile("[\\p{Cc}\\p{Z}]+");
    /** A character as readers know it (Unicode Standard Annex 29). */
    private static final Pattern CHARACTER = Pattern.compile("\\X");
    /** What overrides, embeds or isolates directions (Unicode Standard Annex 9, section 2), and lone surrogates. */
    private static final Pattern DISTURBING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\p{Cs}]");

    private DeskText() {
    }

    /** A ticket's number; empty if there is none. */
    public static Optional<String> number(String text) {
        return shown(text, LONGEST_NUMBER);
    }

    /** What a ticket was about; empty if the desk did not say. */
    static Optional<String> summary(String text) {
        return shown(text, LONGEST_SUMMARY);
    }

    private static Optional<String> shown(String text, int longest) {
        return Optional.ofNullable(text).map(desks -> line(desks, longest)).filter(line -> !line.isEmpty());
    }

    /**
     * One line.
     *
     * @param longest in UTF-16 code units; what is longer is cut between two characters as readers know them
     */
    static String line(String text, int longest) {
        String line = GAP.matcher(DISTURBING.matcher(text).replaceAll("")).replaceAll(" ").strip();
        if (line.length() <= longest) {
            return line;
        }
        int end = CHARACTER.matcher(line).results().mapToInt(MatchResult::end).takeWhile(to -> to <= longest).max()
                .orElse(0);
        return line.substring(0, end).strip() + "…";
    }
}
