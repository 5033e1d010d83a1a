package io.ticketpulse.servers;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * An application in which no job runs unless a test runs it, so that a test may put the clock forward without anybody
 * else noticing. It asks about tickets of many types, each by a survey of its own, and sends its mails to
 * {@link MoodyMail}, and it asks {@link StandInDesks}.
 */
public final class JobsByHand implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "quarkus.scheduler.start-mode", "halted",
                "ticketpulse.mail.from", "Service Desk <desk@example.org>",
                "ticketpulse.mail.reply-to", "answers@example.org"));
        survey(settings, "incident", "ticket-types", "incident");
        survey(settings, "at-once", "ticket-types", "at-once", "delivery.delay", "0");
        survey(settings, "stars", "ticket-types", "stars", "delivery.delay", "0", "scale", "stars");
        survey(settings, "nps", "ticket-types", "nps", "delivery.delay", "0", "scale", "nps");
        survey(settings, "ces", "ticket-types", "ces", "delivery.delay", "0", "scale", "ces");
        survey(settings, "thumbs", "ticket-types", "thumbs", "delivery.delay", "0", "scale", "thumbs",
                "question", "Was <b>it</b> \"fine\" & quick?");
        survey(settings, "never", "ticket-types", "never", "sampling.rate", "0", "sampling.salt", "salt",
                "sampling.rates.priority.p1", "1.0", "sampling.rates.priority.p2", "0.25",
                "sampling.rates.category.urgent", "0.75");
        survey(settings, "minimum", "ticket-types", "minimum", "sampling.rate", "0", "sampling.salt", "salt",
                "sampling.minimum-per-month.service", "2");
        survey(settings, "capped", "ticket-types", "capped", "sampling.monthly-cap", "5");
        survey(settings, "choosy", "ticket-types", "choosy,choosy-too", "excluded.ticket-types", "choosy-too",
                "excluded.categories", "spam", "excluded.priorities", "p5", "excluded.close-codes", "Duplicate");
        survey(settings, "second", "ticket-types", "shared", "order", "2");
        survey(settings, "third", "ticket-types", "shared", "order", "3");
        survey(settings, "b-first", "ticket-types", "contested", "order", "1");
        survey(settings, "a-first", "ticket-types", "contested", "order", "1");
        survey(settings, "office-hours", "ticket-types", "office-hours", "delivery.delay", "0",
                "delivery.window", "MON-FRI 08:00-18:00");
        desk(settings, "signing", "canonical",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw,whsec_bmV3LXNlY3JldC1vZi10aGUtZGVzay10aGF0LXNpZ25z");
        settings.put("ticketpulse.desks.signing.fields.service", "custom.service");
        desk(settings, "bearing", "canonical", "the secret of the desk that bears it");
        desk(settings, "silent", "canonical", null);
        for (String kind : List.of("jira", "zendesk", "zammad", "glpi", "servicenow", "freshservice", "freescout",
                "znuny", "itop")) {
            desk(settings, "a-" + kind, kind, "the secret of the desk a-" + kind);
        }
        return settings;
    }

    private static void desk(Map<String, String> settings, String name, String kind, String secrets) {
        settings.put("ticketpulse.desks." + name + ".kind", kind);
        if (secrets != null) {
            settings.put("ticketpulse.desks." + name + ".secrets", secrets);
        }
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(RealServers.class), new TestResourceEntry(MoodyMail.class),
                new TestResourceEntry(StandInDesks.class));
    }

    private static void survey(Map<String, String> settings, String name, String... keysAndValues) {
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put("ticketpulse.surveys." + name + "." + keysAndValues[i], keysAndValues[i + 1]);
        }
    }
}
