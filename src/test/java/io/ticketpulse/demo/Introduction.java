package io.ticketpulse.demo;

import java.time.YearMonth;
import java.util.List;

/** Tells the person who started the demo what to do with it. */
final class Introduction {

    private final DemoSettings settings;
    private final DemoFolder folder;
    private final Ticket example;

    /** @param example a ticket whose decision can be looked up */
    Introduction(DemoSettings settings, DemoFolder folder, Ticket example) {
        this.example = example;
        this.settings = settings;
        this.folder = folder;
    }

    void print() {
        Console.box(lines());
        Console.say("A ticket of your own is closed by, for instance (its mail is to you, and may take a minute or two"
                + " while the history is being mailed):");
        System.out.println(ownTicket());
    }

    /** Not in the box, whose frame would be copied too. The shell puts in a new number and the time each time. */
    String ownTicket() {
        return "curl -H 'Authorization: Bearer " + ServiceSettings.DESK_SECRET
                + "' -H 'Content-Type: application/json' -d '{\"ticketId\":\"mine-'$(date +%s)'\",\"closedAt\":\"'"
                + "$(date -u +%FT%TZ)'\",\"requester\":{\"email\":\"" + Requester.YOU.email() + "\"}}' "
                + settings.serviceUrl() + "/webhooks/" + example.desk();
    }

    List<String> lines() {
        String login = "-u reader:" + settings.password();
        String api = settings.serviceUrl() + "/api/v1";
        return List.of(
                "TicketPulse is ready.",
                "",
                "Mails      " + settings.pageUrl() + "            read and answer those to " + Requester.YOU.email(),
                "Figures    " + settings.pageUrl() + "/figures    monthly events, as they come from Kafka",
                "Login      reader / " + settings.password() + "  looks,   admin / " + settings.password()
                        + "  also publishes",
                "",
                "curl " + login + " '" + api + "/satisfaction?dimension=service&from=" + YearMonth.now() + "'",
                "curl " + login + " '" + api + "/responses?limit=5'",
                "curl " + login + " '" + api + "/decisions?desk=" + example.desk() + "&ticketId=" + example.number()
                        + "'",
                "curl -X POST -u admin:" + settings.password() + " '" + api + "/satisfaction/" + YearMonth.now()
                        + "/publish'",
                "curl " + login + " '" + api + "/desks'",
                "",
                "Health     " + settings.serviceUrl() + "/q/health",
                "Log        " + folder.serviceLog(),
                "MySQL      127.0.0.1:" + settings.mySqlPort() + " root, no password      Kafka  127.0.0.1:"
                        + settings.kafkaPort(),
                "",
                "Stop with Ctrl-C. Data stays in " + folder.path() + "; -Ddemo.fresh begins anew.");
    }
}
