package io.ticketpulse.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import io.ticketpulse.demo.DemoFolder.Step;

/** What happens in the invented company: its past once, then its present until the demo ends. */
final class Play implements AutoCloseable {

    // An answer counts ten seconds after it was given, and then leaves through the outbox.
    private static final int SECONDS_UNTIL_COUNTED = 15;
    private static final int SECONDS_BETWEEN_PUBLICATIONS = 20;
    private static final int SECONDS_OF_SILENCE = 8;
    private static final int YOURS_ONE_IN = 40;

    private final Company company;
    private final Instant historyEnd;
    private final TicketFeed feed;
    private final Customers customers;
    private final Web web;
    private final MailStore mails;
    private final Clock clock;
    private final RandomGenerator random = new SplittableRandom();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, Play::daemon);

    Play(Company company, Instant historyEnd, TicketFeed feed, Customers customers, Web web, MailStore mails,
            Clock clock) {
        this.company = company;
        this.historyEnd = historyEnd;
        this.feed = feed;
        this.customers = customers;
        this.web = web;
        this.mails = mails;
        this.clock = clock;
    }

    /** Does what earlier starts have not done of the history, and has the figures of its months published. */
    void history(DemoFolder folder) throws IOException {
        List<DeskEvent> past = company.history(historyEnd);
        if (folder.isDone(Step.HISTORY_FED)) {
            Console.say("The history is there from an earlier start; -Ddemo.fresh begins anew.");
        } else {
            feed.awaitTopic();
            feed.announce(company.yours(historyEnd));
            feed.announce(past);
            folder.markDone(Step.HISTORY_FED);
            Console.say(past.size() + " events of three months are on Kafka; customers are getting their mails …");
        }
        if (!folder.isDone(Step.HISTORY_ANSWERED)) {
            awaitAnswers();
            folder.markDone(Step.HISTORY_ANSWERED);
        }
        YearMonth first = month(historyEnd.minus(Company.HISTORY));
        for (YearMonth month = first; !month.isAfter(month(clock.instant())); month = month.plusMonths(1)) {
            Console.say("Figures of " + month + ": publishing answered " + web.publish(month) + ".");
        }
    }

    /**
     * Closes a ticket now and then, and has the figures of the running month published.
     *
     * @param secondsBetweenTickets pace
     */
    void live(int secondsBetweenTickets) {
        Console.say(
                "Tickets keep being closed, one every " + secondsBetweenTickets + " seconds. Ctrl-C ends the demo.");
        timer.scheduleAtFixedRate(guarded(this::closeOne), secondsBetweenTickets, secondsBetweenTickets,
                TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(guarded(this::publishThisMonth), SECONDS_BETWEEN_PUBLICATIONS,
                SECONDS_BETWEEN_PUBLICATIONS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void closeOne() throws IOException {
        Requester requester = random.nextInt(YOURS_ONE_IN) == 0 ? Requester.YOU : company.anyCustomer(random);
        DeskEvent closed = DeskEvent.closed(company.closedJustNow(clock.instant(), requester));
        feed.remember(List.of(closed));
        int status = web.deliver(closed);
        if (status != 202) {
            Console.say("The webhook of " + closed.ticket().desk() + " was answered " + status + ".");
        }
    }

    private void publishThisMonth() throws IOException {
        web.publish(month(clock.instant()));
    }

    private void awaitAnswers() {
        int quietSeconds = 0;
        int before = mails.size();
        while (quietSeconds < SECONDS_OF_SILENCE || before == 0) {
            Console.pause(1000);
            quietSeconds = mails.size() == before && !customers.areBusy() ? quietSeconds + 1 : 0;
            before = mails.size();
        }
        Console.say(mails.size() + " mails were sent, " + customers.answered() + " answered, " + customers.optedOut()
                + " customers opted out, " + customers.refused() + " answers refused.");
        Console.pause(TimeUnit.SECONDS.toMillis(SECONDS_UNTIL_COUNTED));
    }

    private static YearMonth month(Instant moment) {
        return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    }

    /** May fail, for example while the service is restarted; the next one tries again. */
    private interface Act {
        void perform() throws IOException;
    }

    private static Runnable guarded(Act act) {
        return () -> {
            try {
                act.perform();
            } catch (IOException | RuntimeException e) {
                Console.say("Something failed and will be tried again: " + e);
            }
        };
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "play");
        thread.setDaemon(true);
        return thread;
    }
}
