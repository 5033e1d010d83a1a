package io.ticketpulse.road;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

import io.ticketpulse.servers.EmbeddedServers;

/** What the service is told before the run. */
final class RoadSettings {

    static final String DAILY_AT = "ticketpulse.satisfaction.daily-at";

    private RoadSettings() {
    }

    static Map<String, String> of(EmbeddedServers servers, Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(servers.configuration());
        settings.putAll(Survey.settings());
        settings.put("ticketpulse.reporting-zone", Closing.ZONE.getId());
        settings.put("ticketpulse.response.minimum-time", "0");
        settings.put("ticketpulse.response.burst-window", "1s");
        // Not now: months are published when asked for.
        settings.put(DAILY_AT, dailyAt(Duration.ofHours(12)));
        // Small steps, so that there is a middle to disturb; and whatever dies is missed soon.
        settings.put("mp.messaging.incoming.tickets.max.poll.records", "10");
        settings.put("mp.messaging.incoming.tickets.session.timeout.ms", "6000");
        settings.put("mp.messaging.incoming.tickets.heartbeat.interval.ms", "1500");
        settings.put("ticketpulse.mail.timeout", "3s");
        settings.putAll(more);
        return settings;
    }

    /** The setting that has months published in so long a time, and then daily. */
    static String dailyAt(Duration fromNow) {
        return LocalTime.now(Closing.ZONE).plus(fromNow).truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_LOCAL_TIME);
    }
}
