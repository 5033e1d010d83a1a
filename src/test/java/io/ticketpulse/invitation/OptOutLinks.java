package io.ticketpulse.invitation;

import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.arc.Unremovable;

/** The links {@code /u/{token}} at the bottom of mails, for tests of other rooms. */
@Singleton
@Unremovable
public class OptOutLinks {

    private final LinkToken tokens;

    OptOutLinks(LinkToken tokens) {
        this.tokens = tokens;
    }

    public String of(UUID invitation) {
        return "/u/" + tokens.token(LinkPurpose.OPT_OUT, invitation);
    }
}
