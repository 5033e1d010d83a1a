package io.ticketpulse.invitation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import io.smallrye.config.WithParentName;
import org.hibernate.validator.constraints.time.DurationMin;

/** The surveys, by name. Without any there is one, {@code incident}. */
@ConfigMapping(prefix = "ticketpulse.surveys")
public interface SurveySettings {

    @WithParentName
    @WithDefaults
    Map<String, OneSurvey> byName();

    /** One named one-question survey. */
    interface OneSurvey {

        /** Of several surveys that take a ticket, the one with the lowest order asks; then the first by name. */
        @WithDefault("100")
        int order();

        /** The ticket types it takes, {@code (none)} for tickets without one; unset: all. */
        Optional<List<String>> ticketTypes();

        @WithDefault("stars")
        Scale scale();

        /** The question in the operator's words; unset: the one that goes with the scale. */
        Optional<String> question();

        /** The same by language, as BCP 47 tags; for a language that is not among them {@link #question()} holds. */
        Map<String, String> questions();

        /** The score from which downwards a response raises an alert; unset: the scale's dissatisfied scores. */
        OptionalInt alertAtOrBelow();

        /** The reasons that can be picked, by name; empty: none. */
        @WithDefault("reliability,assurance,tangibles,empathy,responsiveness")
        Optional<List<String>> drivers();

        /** What drivers are called, in all languages: required for one that has no words in the texts. */
        Map<String, String> driverTexts();

        Excluded excluded();

        Sampling sampling();

        Delivery delivery();
    }

    /** Tickets that nobody is asked about. */
    interface Excluded {

        Optional<List<String>> ticketTypes();

        Optional<List<String>> categories();

        Optional<List<String>> priorities();

        Optional<List<String>> closeCodes();
    }

    /** How many are asked. */
    interface Sampling {

        /** The share of eligible closures that are sampled. */
        @WithDefault("1.0")
        @DecimalMin("0")
        @DecimalMax("1")
        double rate();

        /** Rates of their own, by dimension and value; the highest that matches wins, even if below {@link #rate()}. */
        Map<String, Map<String, @DecimalMin("0") @DecimalMax("1") Double>> rates();

        /** By dimension: how many sampled closures are wanted for each value in a month. */
        Map<String, @Min(1) Integer> minimumPerMonth();

        /** The most that are sampled in a month; unset: no limit. */
        OptionalInt monthlyCap();

        /** Makes the draw repeatable by those who know it and by nobody else; required when a rate is under 1. */
        Optional<String> salt();

        /** A closure that is older when we hear of it is not asked about. */
        @WithDefault("7d")
        @DurationMin
        Duration maxAge();
    }

    /** When the mail goes, and how long the link lives. */
    interface Delivery {

        /** From the closing to the mail. */
        @WithDefault("24h")
        @DurationMin
        Duration delay();

        /** {@code always}, or days and hours in the requester's zone such as {@code MON-FRI 08:00-18:00}. */
        @WithDefault("always")
        String window();

        /** From the mail to its one reminder; 0: none. */
        @WithDefault("3d")
        @DurationMin
        Duration reminderAfter();

        /** From the mail to the end of the link. */
        @WithDefault("14d")
        @DurationMin
        Duration expiresAfter();
    }
}
