package io.ticketpulse.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The mails to the person in front of the screen, and which of them still wait for an answer: the service knows. */
final class YourMails {

    private static final String ANSWERED = "RESPONDED";
    private static final int MOST = 9;

    private final MailStore mails;
    private final TicketFeed feed;
    private final Web web;
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    YourMails(MailStore mails, TicketFeed feed, Web web) {
        this.mails = mails;
        this.feed = feed;
        this.web = web;
    }

    /** {@return those of the newest few without an answer} */
    List<ReceivedMail> waiting() {
        return mails.newestFirst().filter(ReceivedMail::isYours).limit(MOST).filter(mail -> !isAnswered(mail))
                .toList();
    }

    /** {@return how many have one, as far as {@link #waiting()} found out} */
    int answered() {
        return answered.size();
    }

    private boolean isAnswered(ReceivedMail mail) {
        if (!answered.contains(mail.id()) && feed.mentionedIn(mail.about()).flatMap(this::state)
                .filter(ANSWERED::equals).isPresent()) {
            answered.add(mail.id());
        }
        return answered.contains(mail.id());
    }

    private Optional<String> state(Ticket ticket) {
        return web.invitationState(ticket.desk(), ticket.number());
    }
}
