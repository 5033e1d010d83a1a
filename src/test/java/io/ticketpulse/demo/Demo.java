package io.ticketpulse.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

import io.ticketpulse.servers.EmbeddedServers;
import io.ticketpulse.servers.ServersPlan;

/**
 * Starts everything, tells what to open, and keeps it alive until Ctrl-C. Ends as well when its starter, Maven, ends.
 */
public final class Demo implements AutoCloseable {

    private static final Duration PATIENCE_AFTER_A_KILL = Duration.ofSeconds(40);

    private final DemoSettings settings;
    private final Clock clock = Clock.systemUTC();
    private final Closing closing = new Closing();

    private Demo(DemoSettings settings) {
        this.settings = settings;
    }

    /** Needs no arguments; see {@link DemoSettings} for the flags. */
    public static void main(String[] arguments) throws InterruptedException {
        Demo demo = new Demo(DemoSettings.fromSystemProperties());
        Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "end-of-demo"));
        ProcessHandle.current().parent().ifPresent(starter -> starter.onExit().thenRun(() -> System.exit(0)));
        try {
            demo.run();
        } catch (RuntimeException | IOException e) {
            // While everything is being ended, whatever is still starting fails, and nobody wants to read how.
            if (!demo.closing.hasBegun()) {
                System.exit(Console.fail(e));
            }
        }
        new CountDownLatch(1).await();
    }

    private void run() throws IOException {
        DemoFolder folder = closing.add(DemoFolder.take(settings.folder(), settings.fresh()));
        settings.requireFreePorts(folder.endedBadly() ? PATIENCE_AFTER_A_KILL : Duration.ZERO);
        Console.say("Starting MySQL, Kafka and a mail server on " + folder.path() + " …");
        EmbeddedServers servers = closing.add(EmbeddedServers.start(ServersPlan.durable(folder.servers(),
                settings.mySqlPort(), settings.kafkaPort(), settings.smtpPort())));
        MailStore mails = new MailStore(folder.mails(), clock);
        mails.collectFrom(servers.mail().greenMail());

        ServiceSettings told = new ServiceSettings(settings, servers.configuration(), folder.tokenSecret());
        Files.writeString(folder.serviceSettings(), told.asProperties());
        Console.say("Starting TicketPulse. Its settings that differ from the defaults:");
        told.asLines().forEach(System.out::println);
        Web web = new Web(settings);
        ServiceProcess service = closing.add(ServiceProcess.start(settings.service(), folder.serviceSettings(),
                folder.serviceLog()));
        service.awaitReady(web);
        service.onExit(this::serviceEnded);

        String broker = servers.kafka().bootstrapServers();
        Instant historyEnd = folder.historyEnd(clock);
        Company company = new Company(settings.seed());
        TicketFeed feed = closing.add(new TicketFeed(broker));
        MonthlyFigures figures = closing.add(new MonthlyFigures(broker));
        figures.start();
        Customers customers = new Customers(web, feed, settings.seed());
        mails.onMail(customers::receive);
        feed.remember(company.yours(historyEnd));
        feed.remember(company.history(historyEnd));
        if (!folder.isDone(DemoFolder.Step.HISTORY_ANSWERED)) {
            // Of an earlier start that was cut short. To say the same again changes nothing.
            mails.newestFirst().forEach(customers::receive);
        }
        closing.add(startWebsite(mails, new YourMails(mails, feed, web), figures, customers));
        new Introduction(settings, folder, company.yours(historyEnd).get(0).ticket()).print();
        Play play = closing.add(new Play(company, historyEnd, feed, customers, web, mails, clock));
        play.history(folder);
        play.live(settings.secondsBetweenTickets());
    }

    private Website startWebsite(MailStore mails, YourMails yours, MonthlyFigures figures, Customers customers)
            throws IOException {
        Website website = new Website(settings, mails, yours, figures, customers);
        website.start();
        return website;
    }

    private void serviceEnded() {
        if (!closing.hasBegun()) {
            Console.say("TicketPulse has ended by itself; " + settings.folder() + "/ticketpulse.log says why.");
            System.exit(1);
        }
    }

    @Override
    public void close() {
        if (closing.begin()) {
            Console.say("Stopping …");
            closing.finish();
            Console.say("Stopped.");
        }
    }
}
