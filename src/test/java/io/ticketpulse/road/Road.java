package io.ticketpulse.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import io.ticketpulse.road.Habit.Answer;
import io.ticketpulse.servers.EmbeddedServers;
import io.ticketpulse.servers.Folders;
import io.ticketpulse.servers.ServersPlan;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Sends 500 closings down the whole road, answers the mails like their customers, and has the months published. */
final class Road implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int BACKLOG = 100;

    private final Path folder;
    private final Map<String, String> settings;
    private final EmbeddedServers servers;
    private final KafkaTopics topics;
    private final MailBox mailBox;
    private final Oracle oracle = new Oracle();
    private final List<Arrival> arrived = new ArrayList<>();
    private TicketPulseProcess service;

    private Road(Path folder, EmbeddedServers servers, Map<String, String> more) {
        this.folder = folder;
        this.servers = servers;
        this.topics = new KafkaTopics(servers.kafka().bootstrapServers());
        this.mailBox = new MailBox(servers.mail().greenMail());
        this.settings = RoadSettings.of(servers, more);
    }

    /** Starts the servers. */
    static Road open(Map<String, String> moreSettings, String... mySqlFlags) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "road")), "run");
        return new Road(folder, EmbeddedServers.start(ServersPlan.forTests(folder).withMySqlFlags(mySqlFlags)),
                moreSettings);
    }

    /** From the first closing to the published months. */
    void travel(Disturbance disturbance) throws IOException {
        List<Line> asked = ask(disturbance);
        answer(asked);
        awaitResponses();
        List<Line> askedLater = askLater();
        answer(askedLater);
        correct(asked);
        awaitResponses();
        Desks.MONTHS.forEach(api()::publish);
        await("the figures of all months are on the topic")
                .untilAsserted(
                        () -> assertThat(topics.read(Published.FIGURES)).map(record -> KafkaTopics.text(record.key()))
                                .containsAll(expectedFigures().keySet()));
    }

    private List<Line> ask(Disturbance disturbance) throws IOException {
        List<Arrival> first = Desks.first();
        oracle.hear(first);
        List<Line> asked = oracle.mail();
        send(first.subList(0, BACKLOG));
        service = TicketPulseProcess.start(settings, folder.resolve("ticketpulse.log"));
        send(first.subList(BACKLOG, first.size()));
        strike(disturbance, () -> topics.consumed() > BACKLOG, () -> topics.consumed() == arrived.size());
        int mails = mailBox.mails().size() + 20;
        strike(disturbance, () -> mailBox.mails().size() > mails, () -> mailBox.mails().size() >= asked.size());
        awaitAllAsked();
        return asked;
    }

    private void strike(Disturbance disturbance, BooleanSupplier begun, BooleanSupplier over) throws IOException {
        if (disturbance == Disturbance.NONE) {
            return;
        }
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(begun::getAsBoolean);
        assertThat(over.getAsBoolean()).as("the disturbance came too late to disturb").isFalse();
        disturbance.strike(this);
    }

    private List<Line> askLater() {
        // Whether a mail was out before its ticket was reopened makes a difference.
        await("mails are known to be sent").untilAsserted(() -> Desks.closedAgainLater()
                .forEach(ticket -> assertThat(api().decisions(ticket)).isEqualTo(expectedLedger().get(ticket))));
        List<Arrival> later = Desks.later();
        oracle.hear(later);
        List<Line> asked = oracle.mail();
        send(later);
        awaitAllAsked();
        return asked;
    }

    private void awaitAllAsked() {
        await("all is consumed").until(() -> topics.consumed() == arrived.size());
        await("everybody drawn has a mail").untilAsserted(() -> assertThat(mailBox.addresses())
                .containsExactlyInAnyOrderElementsOf(oracle.addresses()));
    }

    private void answer(List<Line> asked) {
        Map<String, MailBox.Mail> mails = mailBox.lastByAddress();
        for (Line line : asked) {
            Habit habit = Habit.of(line.closing.ticket());
            MailBox.Mail mail = mails.get(line.closing.ticket().person());
            if (habit.optsOut()) {
                Customer.optOut(mail.optOutLink());
                oracle.optOut(line);
            } else if (habit.answers()) {
                Answer answer = habit.answer(line.survey.scale());
                Customer.answer(mail.answerLink(), answer, habit.sendsTwice());
                line.answer(answer);
            }
        }
    }

    private void correct(List<Line> asked) {
        Map<String, MailBox.Mail> mails = mailBox.lastByAddress();
        for (Line line : asked) {
            Habit habit = Habit.of(line.closing.ticket());
            if (habit.corrects() && line.state == Line.State.RESPONDED) {
                Answer correction = habit.correction(line.survey.scale());
                Customer.answer(mails.get(line.closing.ticket().person()).answerLink(), correction, false);
                line.answer(correction);
            }
        }
    }

    private void awaitResponses() {
        int expected = oracle.lines().stream().mapToInt(line -> line.answers.size()).sum();
        await("all responses are on the topic").until(() -> topics.read(Published.RESPONSES).size() >= expected);
    }

    private void send(List<Arrival> arrivals) {
        topics.send(arrivals.stream().map(Arrival::record).toList());
        arrived.addAll(arrivals);
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(500));
    }

    EmbeddedServers servers() {
        return servers;
    }

    TicketPulseProcess service() {
        return service;
    }

    KafkaTopics topics() {
        return topics;
    }

    MailBox mailBox() {
        return mailBox;
    }

    Published published() {
        return new Published(topics);
    }

    Oracle oracle() {
        return oracle;
    }

    Api api() {
        return new Api(service);
    }

    /** What was sent to the topic of tickets, in this order and from offset 0. */
    List<Arrival> arrived() {
        return arrived;
    }

    Map<Ticket, List<Line.Entry>> expectedLedger() {
        Map<Ticket, List<Line.Entry>> ledger = new LinkedHashMap<>();
        oracle.lines().stream().sorted(Comparator.comparingInt(line -> line.closing.cycle()))
                .forEach(line -> ledger.computeIfAbsent(line.closing.ticket(), ticket -> new ArrayList<>())
                        .add(line.entry()));
        return ledger;
    }

    Map<String, FlatJson> expectedFigures() {
        return Figures.of(oracle.lines(), Desks.MONTHS);
    }

    @Override
    public void close() throws IOException {
        if (service != null) {
            service.close();
        }
        servers.close();
        Folders.delete(folder.resolve("mysql"));
        Folders.delete(folder.resolve("kafka"));
    }
}
