package io.ticketpulse.closure.desk;

/**
 * What a desk knows of a person. Every component may be null: it does not know, or does not say.
 *
 * @param email    not validated
 * @param locale   a BCP 47 language tag
 * @param timeZone an IANA zone
 */
public record PersonEntry(String email, String name, String locale, String timeZone) {

    /** Somebody whom the desk does not know. */
    public static final PersonEntry NOBODY = new PersonEntry(null, null, null, null);
}
