package io.ticketpulse.closure;

import java.util.Locale;

/**
 * The customer whose ticket it is. Every component may be null: the desk did not say.
 *
 * @param id         the desk's own identifier of the person
 * @param email      as the desk wrote it, not validated
 * @param locale     a BCP 47 language tag
 * @param timeZone   an IANA zone
 */
public record Requester(String id, String email, String name, String locale, String timeZone, String department,
        String location) {

    /** A requester of whom nothing is known. */
    public static final Requester UNKNOWN = new Requester(null, null, null, null, null, null, null);

    /** The language and region the requester reads; {@link Locale#ROOT} if the desk did not say, or nothing readable. */
    public Locale language() {
        return locale == null ? Locale.ROOT : Locale.forLanguageTag(locale.replace('_', '-'));
    }
}
