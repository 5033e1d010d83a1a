package io.ticketpulse.invitation;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

/** The links {@code /s/{token}} by which invited customers answer. */
@Singleton
public class AnswerLink {

    private final LinkToken tokens;

    AnswerLink(LinkToken tokens) {
        this.tokens = tokens;
    }

    /** The token of an invitation's link. */
    public String token(UUID invitation) {
        return tokens.token(invitation);
    }

    /** The invitation whose link it is; nothing if it is forged or mangled, which is told without the database. */
    public Optional<UUID> verify(String token) {
        return tokens.verify(token);
    }
}
