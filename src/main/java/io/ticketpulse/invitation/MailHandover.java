package io.ticketpulse.invitation;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import jakarta.inject.Singleton;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Hands mails to the mail server. A mail on which we stop waiting is still in the hands of the mail client, and may be
 * sent once the server answers again; while too many are, no more are handed over, or a server that hangs would send
 * every customer as many copies as there were attempts.
 */
@Singleton
class MailHandover {

    /** How many mails are handed over at once. */
    static final int CONNECTIONS = 4;

    /** In time-outs: a connection of which nothing was heard for so long is taken to be dead. */
    private static final int GIVEN_UP_AFTER = 20;

    private final ReactiveMailer mailer;
    private final MailSettings settings;
    private final Executor eventLoop;
    private final Map<CompletableFuture<Void>, Instant> open = new ConcurrentHashMap<>();

    MailHandover(ReactiveMailer mailer, MailSettings settings, Vertx vertx) {
        this.mailer = mailer;
        this.settings = settings;
        // Started from any other thread, the mail client may begin to listen only after the server's greeting has come,
        // and then waits for it until the time-out.
        Context context = vertx.getOrCreateContext();
        this.eventLoop = command -> context.runOnContext(now -> command.run());
    }

    /** Whether the mail server owes so many answers that it should get no more mails. */
    boolean isStuck(Instant now) {
        Instant dead = now.minus(settings.timeout().multipliedBy(GIVEN_UP_AFTER));
        open.values().removeIf(since -> since.isBefore(dead));
        return open.size() >= CONNECTIONS;
    }

    /** Never fails: what the mail server did not say in time is a refusal for now. */
    Uni<Delivery> hand(Mail mail, Instant now) {
        return Uni.createFrom().deferred(() -> {
            CompletableFuture<Void> handed = mailer.send(mail).subscribeAsCompletionStage();
            open.put(handed, now);
            handed.whenComplete((taken, refused) -> open.remove(handed));
            // A copy, so that ceasing to wait does not hide what becomes of the mail.
            return Uni.createFrom().completionStage(handed.copy());
        }).runSubscriptionOn(eventLoop).ifNoItem().after(settings.timeout()).fail()
                .map(taken -> Delivery.ACCEPTED).onFailure().recoverWithItem(Delivery::of);
    }
}
