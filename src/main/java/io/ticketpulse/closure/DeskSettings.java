package io.ticketpulse.closure;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.constraints.NotBlank;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import org.hibernate.validator.constraints.time.DurationMin;

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
        Fields fields();

        /** What the desk calls the states that close a ticket; unset: as usual with its kind. */
        Optional<List<String>> closedStates();

        /** In which the desk writes times without an offset; an IANA zone. */
        @WithDefault("UTC")
        String timeZone();

        /** Asks the desk for addresses that its events leave out; unset: who has none told is not asked. */
        Optional<LookUp> lookUp();
    }

    /** Paths from the desk's own ticket. Each has a name of its own, so that the environment can say it as well. */
    interface Fields {

        Optional<String> ticketType();

        Optional<String> priority();

        Optional<String> category();

        Optional<String> service();

        Optional<String> assignmentGroup();

        Optional<String> closeCode();

        Optional<String> slaMet();

        Optional<String> email();

        Optional<String> locale();

        Optional<String> timeZone();

        Optional<String> department();

        Optional<String> location();
    }

    /** The REST API of a desk. */
    interface LookUp {

        /** Where the desk is, e.g. {@code https://acme.zendesk.com}. */
        URI url();

        /** The API token; with {@link #clientId()} the password of the {@link #user()}. */
        @NotBlank
        String token();

        /** Whose token it is, for HTTP basic; unset: it is sent as a bearer token. */
        Optional<String> user();

        /** The OAuth client, where the desk gives out access tokens that expire (GLPI). */
        Optional<String> clientId();

        Optional<String> clientSecret();

        /** How long a closure waits for the address before it is decided without. */
        @WithDefault("10m")
        @DurationMin
        Duration giveUpAfter();
    }
}
