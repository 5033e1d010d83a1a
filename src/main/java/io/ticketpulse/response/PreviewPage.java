package io.ticketpulse.response;

import java.util.List;

/**
 * The page that shows others.
 *
 * @param sheet    its own style sheet
 * @param choices  what can be chosen
 * @param kind     {@code one} or {@code many}, then {@code phone} or {@code desktop}: how large the frames are
 * @param frames   what is shown
 */
record PreviewPage(String sheet, List<Choice> choices, String kind, List<Frame> frames) {

    /** Something to choose, by its name in the address. */
    record Choice(String name, String label, List<Group> groups) {}

    /** @param label empty for options that belong to no group */
    record Group(String label, List<Option> options) {}

    record Option(String value, String label, boolean chosen) {}

    /**
     * One mail or page.
     *
     * @param subject  of a mail; empty for pages
     * @param language of the subject, as a BCP 47 tag
     * @param source   the address of what is in the frame
     * @param links    where to look on from here
     */
    record Frame(String title, String subject, String language, String source, List<Link> links) {}

    record Link(String label, String address) {}
}
