package io.ticketpulse.platform;

/**
 * The colours of pages that come from the brand, on one card.
 *
 * @param tint   the card with a breath of the accent in it; texts are read on it
 * @param accent the brand's colour where it can be read on card and tint, else the next that can: at least 4.5 to 1
 *               (WCAG 2.2, success criterion 1.4.3)
 */
record PageColours(Colour tint, Colour accent) {

    /** What pages stand on by day. */
    static final Colour DAY = Colour.of("#ffffff");
    /** What pages stand on by night. */
    static final Colour NIGHT = Colour.of("#1b1e24");

    private static final double READABLE = 4.5;
    private static final double BREATH = 0.14;
    private static final int STEPS = 50;

    static PageColours of(Colour brand, Colour card) {
        PageColours colours = with(brand, card);
        for (int step = 1; step <= STEPS && !colours.areReadableOn(card); step++) {
            colours = with(mix(brand, card.text(), (double) step / STEPS), card);
        }
        return colours;
    }

    private static PageColours with(Colour accent, Colour card) {
        return new PageColours(mix(card, accent, BREATH), accent);
    }

    private boolean areReadableOn(Colour card) {
        return Math.min(accent.contrastTo(card), accent.contrastTo(tint)) >= READABLE;
    }

    /** @param share of the second, from 0 to 1 */
    private static Colour mix(Colour first, Colour second, double share) {
        return new Colour(mix(first.red(), second.red(), share), mix(first.green(), second.green(), share),
                mix(first.blue(), second.blue(), share));
    }

    private static int mix(int first, int second, double share) {
        return (int) Math.round(first + (second - first) * share);
    }
}
