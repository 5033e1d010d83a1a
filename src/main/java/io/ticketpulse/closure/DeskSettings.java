package io.ticketpulse.closure;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** The desks that send webhooks, by name. Desks that tell of their tickets on Kafka need no settings. */
@ConfigMapping(prefix = "ticketpulse.desks")
public interface DeskSettings {

    @WithParentName
    Map<String, OneDesk> byName();

    /** One installation of a service-desk tool. */
    interface OneDesk {

        /** E.g. {@code jira}. */
        String kind();

        /** Any of them proves who sends, so that one can be replaced by the next; none: nobody may send. */
        Optional<List<String>> secrets();

        /** Where the desk's own ticket has a field, e.g. {@code assignment-group=customfield_10050}. */
        Map<String, String> fields();

        /** What the desk calls the states that close a ticket; unset: as usual with its kind. */
        Optional<List<String>> closedStates();

        /** In which the desk writes times without an offset. */
        @WithDefault("UTC")
        ZoneId timeZone();
    }
}
