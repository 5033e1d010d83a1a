package io.ticketpulse.platform;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What concerns the whole service. */
@ConfigMapping(prefix = "ticketpulse")
public interface PlatformSettings {

    /** The IANA zone in which months begin. */
    @WithDefault("UTC")
    ZoneId reportingZone();

    /** Where customers reach this service. */
    @WithDefault("http://localhost:${quarkus.http.port:8080}")
    URI publicUrl();

    Token token();

    Topics topics();

    /** Limits of the pages for customers, beside what the room of responses makes of them. */
    Requests response();

    /** Who may log in by HTTP basic, by name. */
    Map<String, User> users();

    /** Signatures of links and forms. */
    interface Token {

        /** The first signs, all verify; each at least 32 bytes. */
        List<String> secrets();
    }

    /** How much one client may ask, and how soon. */
    interface Requests {

        /**
         * Keeps one client from occupying the service. Generous, for a whole company may come from one address, and its
         * mail scanner with it, which follows a dozen links of each mail in no time; 0 is no limit.
         */
        @WithDefault("3000")
        @Min(0)
        @Max(1_000_000)
        int requestsPerMinute();

        /**
         * How many proxies are in front, each of which puts the address of who asked it at the end of
         * {@code X-Forwarded-For}.
         */
        @WithDefault("0")
        @Min(0)
        @Max(10)
        int trustedProxies();

        /** A form sent sooner than this after it was shown comes back with "press once more". */
        @WithDefault("2s")
        @DurationMin
        @DurationMax(seconds = 30)
        Duration minimumTime();
    }

    /** Names of Kafka topics. */
    interface Topics {

        @WithDefault("itsm.tickets")
        String tickets();

        @WithDefault("itsm.tickets.dlq")
        String ticketsDlq();

        @WithDefault("itsm.survey-responses")
        String surveyResponses();

        @WithDefault("itsm.satisfaction-monthly")
        String satisfactionMonthly();
    }

    /** One login. */
    interface User {

        @NotBlank
        String password();

        @WithDefault("reader")
        Role role();
    }

    /** What a login may do. */
    enum Role {
        /** Looks at everything. */
        READER,
        /** Also changes things. */
        ADMIN
    }
}
