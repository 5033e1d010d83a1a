package io.ticketpulse.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What the service is told, apart from its defaults: the same words an operator would use, each with its reason. */
final class ServiceSettings {

    /** The user that may do everything. */
    static final String ADMIN = "admin";

    /** What all desks of the company send with their webhooks. */
    static final String DESK_SECRET = "known-to-the-desks-of-the-demo";

    private record Setting(String name, String value, String reason) {}

    private final List<Setting> settings = new ArrayList<>();

    ServiceSettings(DemoSettings demo, Map<String, String> connections, String tokenSecret) {
        connections.forEach((name, value) -> add(name, value, "the demo's own server"));
        add("quarkus.http.host", "127.0.0.1", "nobody but this machine");
        add("quarkus.http.port", String.valueOf(demo.servicePort()), "-Ddemo.http.port");
        add("ticketpulse.public-url", demo.serviceUrl(), "links in the mails lead here");
        add("ticketpulse.token.secrets", tokenSecret, "made at the first start");
        add("ticketpulse.users.admin.password", demo.password(), "-Ddemo.password");
        add("ticketpulse.users.admin.role", "admin", "may publish");
        add("ticketpulse.users.reader.password", demo.password(), "-Ddemo.password");
        add("ticketpulse.users.reader.role", "reader", "may only look");
        for (String desk : new TreeSet<>(OfferedService.ALL.stream().map(OfferedService::desk).toList())) {
            add("ticketpulse.desks." + desk + ".kind", "canonical", "sends webhooks in TicketPulse's own words");
            add("ticketpulse.desks." + desk + ".secrets", DESK_SECRET, "and proves it by this");
        }
        add("ticketpulse.surveys.incident.sampling.max-age", Company.HISTORY.plusDays(1).toDays() + "d",
                "the history was closed long ago");
        add("ticketpulse.surveys.incident.delivery.delay", "0s", "mails come at once, not a day later");
        add("ticketpulse.sampling.cool-down", "0s", "three months of mails are sent in two minutes");
        add("ticketpulse.sampling.customer-cap", "40", "the same");
    }

    /** {@return the file that the service reads} */
    String asProperties() {
        StringBuilder file = new StringBuilder("# Written at each start; changes are lost.\n");
        for (Setting setting : settings) {
            file.append("# ").append(setting.reason()).append('\n');
            file.append(setting.name()).append('=').append(setting.value()).append('\n');
        }
        return file.toString();
    }

    /** {@return the same for people} */
    List<String> asLines() {
        int width = settings.stream().mapToInt(setting -> setting.name().length() + setting.value().length() + 1)
                .filter(length -> length < 80).max().orElse(0);
        return settings.stream().map(setting -> String.format("  %-" + width + "s  %s",
                setting.name() + "=" + setting.value(), setting.reason())).toList();
    }

    private void add(String name, String value, String reason) {
        settings.add(new Setting(name, value, reason));
    }
}
