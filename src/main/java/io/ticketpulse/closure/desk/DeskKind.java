package io.ticketpulse.closure.desk;

import java.util.List;
import java.util.Optional;

/** One kind of service desk. Implementations hold no state; each is a bean, and found by being one. */
public interface DeskKind {

    /** What settings call it, e.g. {@code jira}; first the name that documents use. */
    List<String> names();

    /**
     * Whether the sender knows the secret, in a time that does not depend on where a forged proof differs. How a kind
     * proves it is fixed here, whatever the headers say.
     *
     * @param secret one of the desk's secrets as it is set, never blank
     */
    boolean isAuthentic(Delivery delivery, String secret);

    /**
     * What an authentic delivery says; more than one thing only where the kind sends batches.
     *
     * @throws NotUnderstoodException if it is not what this kind sends
     */
    List<Report> read(Delivery delivery, Desk desk);

    /** Whether this kind of desk makes sure that the receiver knows the secret too, by {@link #answerChallenge}. */
    default boolean challenges() {
        return false;
    }

    /**
     * The answer to a challenge by which a desk makes sure that the receiver knows the secret too.
     *
     * @param challenge what the desk sent
     * @return nothing if this kind asks no such thing, or the challenge was not made with this secret
     */
    default Optional<String> answerChallenge(String challenge, String secret) {
        return Optional.empty();
    }

    /** Whether senders ask first whether they may send (CloudEvents, HTTP 1.1 Web Hooks for Event Delivery 1.0.2). */
    default boolean asksForConsent() {
        return false;
    }
}
