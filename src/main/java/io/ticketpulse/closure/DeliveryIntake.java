package io.ticketpulse.closure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.ticketpulse.closure.Desks.KnownDesk;
import io.ticketpulse.closure.Intake.Accepted;
import io.ticketpulse.closure.Intake.Ignored;
import io.ticketpulse.closure.Intake.Refusal;
import io.ticketpulse.closure.Intake.Refused;
import io.ticketpulse.closure.desk.Delivery;
import io.ticketpulse.closure.desk.NotUnderstoodException;
import io.ticketpulse.closure.desk.Report;
import io.ticketpulse.platform.Failures;
import io.ticketpulse.platform.OutboxMessage;
import org.jboss.logging.Logger;

/**
 * Takes what desks deliver: once it says that it has accepted something, that is on the topic, or in the database if the
 * brokers are silent.
 */
@Singleton
class DeliveryIntake {

    /** In bytes; a ticket is not larger. */
    static final int LARGEST = 1 << 20;
    static final String TOO_LARGE = "A delivery has at most 1 MiB.";

    private static final Logger LOG = Logger.getLogger(DeliveryIntake.class);
    /** Also what desks send that forget to say so, and hypertext variants such as that of FreeScout. */
    private static final Pattern JSON = Pattern.compile("(application|text)/([-a-z0-9.]+\\+)?json *(;.*)?");
    /** Whatever the parts of it take, a desk has its answer within this. */
    private static final Duration LONGEST = Duration.ofMillis(1_900);

    private final TicketEventWriter writer;
    private final TicketTopic topic;
    private final KeptEvents kept;

    DeliveryIntake(TicketEventWriter writer, TicketTopic topic, KeptEvents kept) {
        this.writer = writer;
        this.topic = topic;
        this.kept = kept;
    }

    Uni<Intake> take(KnownDesk desk, Delivery delivery) {
        if (delivery.body().length > LARGEST) {
            return refused(Refusal.TOO_LARGE, TOO_LARGE);
        }
        if (!isAuthentic(desk, delivery)) {
            return refused(unproven(desk, delivery), "The delivery does not prove that it comes from this desk.");
        }
        if (!isJson(delivery)) {
            return refused(Refusal.CONTENT_TYPE, "A delivery is JSON, sent as application/json.");
        }
        try {
            return store(understand(desk, delivery));
        } catch (NotUnderstoodException broken) {
            return refused(Refusal.NOT_UNDERSTOOD, broken.getMessage());
        }
    }

    private static Refusal unproven(KnownDesk desk, Delivery delivery) {
        if (desk.secrets().isEmpty()) {
            return Refusal.NO_SECRET;
        }
        return delivery.headers().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.equals("authorization") || name.contains("signature"))
                        ? Refusal.SIGNATURE
                        : Refusal.NO_SIGNATURE;
    }

    private static boolean isJson(Delivery delivery) {
        String contentType = delivery.header("Content-Type");
        return contentType == null
                ? !delivery.headers().containsKey("Content-Type")
                : JSON.matcher(contentType.strip().toLowerCase(Locale.ROOT)).matches();
    }

    static boolean isAuthentic(KnownDesk desk, Delivery delivery) {
        return desk.secrets().stream().anyMatch(secret -> desk.kind().isAuthentic(delivery, secret));
    }

    private Understood understand(KnownDesk desk, Delivery delivery) {
        List<OutboxMessage> messages = new ArrayList<>();
        Set<String> told = new TreeSet<>();
        Report.Reason irrelevant = Report.Reason.OTHER_EVENT;
        for (Report report : desk.kind().read(delivery, desk.desk())) {
            writer.write(desk.desk().name(), report, field -> {
            }).ifPresent(messages::add);
            if (report instanceof Report.Irrelevant ignored) {
                irrelevant = ignored.reason();
            } else {
                told.add(report.getClass().getSimpleName().toUpperCase(Locale.ROOT));
            }
        }
        String first = Stream.of("CLOSED", "REOPENED", "OPEN").filter(told::contains).findFirst().orElse("");
        return new Understood(messages, first, irrelevant);
    }

    private record Understood(List<OutboxMessage> messages, String told, Report.Reason irrelevant) {}

    private Uni<Intake> store(Understood understood) {
        List<OutboxMessage> messages = understood.messages;
        if (messages.isEmpty()) {
            return Uni.createFrom().item(new Ignored(understood.irrelevant));
        }
        return kept.holdOthersOf(messages)
                // Who does not know had better not overtake.
                .onFailure().recoverWithItem(true)
                .chain(holds -> holds
                        ? kept.keep(messages).onFailure().recoverWithUni(() -> topic.send(messages))
                        : topic.send(messages).onFailure().recoverWithUni(() -> kept.keep(messages)))
                .map(stored -> (Intake) new Accepted(messages.size(), understood.told))
                .ifNoItem().after(LONGEST).fail()
                .onFailure().recoverWithUni(DeliveryIntake::unavailable);
    }

    private static Uni<Intake> unavailable(Throwable failure) {
        LOG.warnf("Neither the brokers nor the database took a delivery in time: %s", Failures.inWords(failure));
        return refused(Refusal.UNAVAILABLE, "Neither Kafka nor the database can take it now; send it again.");
    }

    private static Uni<Intake> refused(Refusal refusal, String why) {
        return Uni.createFrom().item(new Refused(refusal, why));
    }
}
