package io.ticketpulse.invitation;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.stream.Collectors;

/** The text part of a mail. */
final class PlainText {

    /** RFC 5322, section 2.1.1 wants at most 78; two are left for the marks of a reply. */
    static final int WIDTH = 76;

    private PlainText() {
    }

    /** Breaks long lines where the language allows it. A line that is a link stays whole, or it would not work. */
    static String wrapped(String text, Locale language) {
        return text.lines().map(line -> line.matches("https?://\\S+") ? line : wrappedLine(line, language))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String wrappedLine(String line, Locale language) {
        if (columns(line) <= WIDTH) {
            return line;
        }
        BreakIterator breaks = BreakIterator.getLineInstance(language);
        breaks.setText(line);
        StringBuilder wrapped = new StringBuilder();
        int start = breaks.first();
        int end = start;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (end > start && columns(line.substring(start, next).stripTrailing()) > WIDTH) {
                wrapped.append(line.substring(start, end).stripTrailing()).append('\n');
                start = end;
            }
            end = next;
        }
        return wrapped.append(line.substring(start).stripTrailing()).toString();
    }

    /** How wide a text is in a fixed-width font, where East Asian characters take two columns. */
    private static int columns(String text) {
        return text.codePoints().map(PlainText::columns).sum();
    }

    private static int columns(int codePoint) {
        boolean wide = Character.isIdeographic(codePoint) || codePoint >= 0x3000 && codePoint <= 0x30ff
                || codePoint >= 0xff00 && codePoint <= 0xff60;
        return wide ? 2 : 1;
    }
}
