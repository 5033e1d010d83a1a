package io.ticketpulse.response;

import java.util.Locale;

/** Why a form was not taken and the page comes again. */
enum Objection {
    /** The body is not a form, or has a field twice that there is once. */
    UNREADABLE,
    /** Nothing was chosen. */
    NO_SCORE,
    /** What was chosen is not on the scale. */
    NOT_ON_SCALE,
    /** The comment is longer than {@link Answer#LONGEST_COMMENT}. */
    COMMENT_TOO_LONG,
    /** A driver is none of those offered. */
    UNKNOWN_DRIVER,
    /** The nonce is missing, too old, or not made for this form. */
    FORM_EXPIRED,
    /** The nonce was used for another answer. */
    FORM_USED,
    /** Sent quicker than a person reads. */
    TOO_QUICK,
    /** A machine has just used the link, and this form is of a page from before. */
    NOT_ALONE,
    /** There is an answer, and the form was made for a first one. */
    ANSWERED_ALREADY,
    /** There is an answer, and the time to correct it is over. */
    CORRECTION_OVER,
    /** The mail with the link is still on its way through our own books. */
    NOT_SENT_YET;

    /** The key of the text which says what to do. */
    String textKey() {
        return "page.objection." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
