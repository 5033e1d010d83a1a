package io.ticketpulse.invitation;

/** What a link in a mail is good for; a token made for one is worthless for the other. */
enum LinkPurpose {
    /** To answer, until the invitation expires. */
    ANSWER('s'),
    /** To opt out, for ever. */
    OPT_OUT('u');

    private final char path;

    LinkPurpose(char path) {
        this.path = path;
    }

    /** The first and only segment of the path before the token. */
    char path() {
        return path;
    }
}
