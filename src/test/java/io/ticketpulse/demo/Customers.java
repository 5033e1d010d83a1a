package io.ticketpulse.demo;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Reads the mails of everybody but you, and sometimes answers: opens the link, thinks, and sends the form. */
final class Customers {

    // The service takes an answer that comes sooner for that of a machine.
    private static final int SECONDS_TO_THINK = 3;
    private static final int SECONDS_UNTIL_READ = 15;

    private final Web web;
    private final TicketFeed feed;
    private final long seed;
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger optedOut = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    Customers(Web web, TicketFeed feed, long seed) {
        this.web = web;
        this.feed = feed;
        this.seed = seed;
    }

    /** A mail has come for somebody. */
    void receive(ReceivedMail mail) {
        Optional<Ticket> ticket = feed.mentionedIn(mail.subject() + " " + mail.text());
        if (mail.isYours() || ticket.isEmpty()) {
            return;
        }
        RandomGenerator random = new SplittableRandom(seed + ticket.get().number().hashCode());
        if (Answer.optsOut(random)) {
            mail.optOutLink().ifPresent(link -> follow(link, Map.of("action", "opt-out"), optedOut, random));
        } else {
            Answer.of(ticket.get(), random).ifPresent(answer -> mail.answerLink().ifPresent(
                    link -> follow(link, form(answer), answered, random)));
        }
    }

    boolean areBusy() {
        return busy.get() > 0;
    }

    int answered() {
        return answered.get();
    }

    int optedOut() {
        return optedOut.get();
    }

    /** {@return how many answers the service did not take} */
    int refused() {
        return refused.get();
    }

    private void follow(String link, Map<String, String> fields, AtomicInteger counter, RandomGenerator random) {
        busy.incrementAndGet();
        CompletableFuture.supplyAsync(() -> link, after(1 + random.nextInt(SECONDS_UNTIL_READ)))
                .thenCompose(web::nonce)
                .thenComposeAsync(nonce -> web.post(link, withNonce(fields, nonce)), after(SECONDS_TO_THINK))
                .whenComplete((status, failure) -> {
                    boolean taken = failure == null && status == 200;
                    (taken ? counter : refused).incrementAndGet();
                    busy.decrementAndGet();
                });
    }

    private static Map<String, String> form(Answer answer) {
        return Map.of("score", String.valueOf(answer.score()), "comment", answer.comment());
    }

    private static Map<String, String> withNonce(Map<String, String> fields, Optional<String> nonce) {
        Map<String, String> form = new TreeMap<>(fields);
        nonce.ifPresent(value -> form.put("nonce", value));
        return form;
    }

    private static Executor after(int seconds) {
        return CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS);
    }
}
