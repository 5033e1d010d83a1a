package io.ticketpulse.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.ticketpulse.closure.Dimension;
import io.ticketpulse.invitation.SurveySettings.OneSurvey;
import io.ticketpulse.platform.Texts;

/** Makes policies of settings, and refuses settings that can't be meant. */
final class SurveyPolicies {

    /** The survey there is without any settings. */
    static final String DEFAULT_NAME = "incident";

    private static final Set<String> DEFAULT_TYPES = Set.of("incident", "request", Dimension.NONE);
    static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 63;

    private SurveyPolicies() {
    }

    /** @throws IllegalStateException naming the setting to change */
    static List<SurveyPolicy> of(SurveySettings settings, SamplingSettings sampling, Texts texts) {
        Map<String, OneSurvey> byName = settings.byName().isEmpty()
                ? Map.of(DEFAULT_NAME, settings.byName().get(DEFAULT_NAME))
                : settings.byName();
        return byName.entrySet().stream()
                .map(survey -> policy(survey.getKey(), survey.getValue(), sampling, texts))
                .sorted(Comparator.comparingInt(SurveyPolicy::order).thenComparing(policy -> policy.survey().name()))
                .toList();
    }

    private static SurveyPolicy policy(String name, OneSurvey settings, SamplingSettings people,
            Texts texts) {
        String path = "ticketpulse.surveys." + name;
        if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
            throw new IllegalStateException(path + ": a survey's name is lower-case letters, digits and hyphens");
        }
        SurveySettings.Sampling sampling = settings.sampling();
        SamplingRates rates = new SamplingRates(sampling.rate(), rates(path, sampling.rates()));
        if (rates.anyBelowOne() && sampling.salt().isEmpty()) {
            throw new IllegalStateException(path + ".sampling.salt is required because a rate is under 1;"
                    + " set a secret text, e.g. from: openssl rand -hex 16");
        }
        Set<String> languages = texts.languages();
        settings.questions().keySet().stream().filter(language -> !languages.contains(language)).findFirst()
                .ifPresent(language -> {
                    throw new IllegalStateException(path + ".questions." + language
                            + " is in a language that there are no texts in; there are "
                            + String.join(", ", languages));
                });
        settings.alertAtOrBelow().ifPresent(score -> {
            if (!settings.scale().contains(score)) {
                throw new IllegalStateException(path + ".alert-at-or-below is " + score + ", which is not on the scale "
                        + settings.scale().wireName());
            }
        });
        sampling.monthlyCap().ifPresent(cap -> {
            if (cap < 0) {
                throw new IllegalStateException(path + ".sampling.monthly-cap is " + cap + "; it must not be negative");
            }
        });
        Survey survey = new Survey(name, settings.scale(), settings.question().orElse(null),
                settings.questions(), settings.alertAtOrBelow().orElse(settings.scale().dissatisfiedUpTo()),
                DriverSettings.drivers(path, settings.drivers().orElse(List.of()), settings.driverTexts(), texts));
        Set<String> types = settings.ticketTypes().map(SurveyPolicies::comparable)
                .orElse(name.equals(DEFAULT_NAME) ? DEFAULT_TYPES : null);
        Map<Dimension, Set<String>> excluded = new EnumMap<>(Map.of(
                Dimension.TICKET_TYPE, comparable(settings.excluded().ticketTypes()),
                Dimension.CATEGORY, comparable(settings.excluded().categories()),
                Dimension.PRIORITY, comparable(settings.excluded().priorities())));
        Set<String> closeCodes = comparable(settings.excluded().closeCodes());
        Map<Dimension, Integer> minimum = minimum(path, sampling.minimumPerMonth());
        String version = version(types == null ? "all" : new TreeSet<>(types), excluded, closeCodes,
                rates.rate(), rates.byValue(), minimum, sampling.monthlyCap(), sampling.maxAge(),
                people.coolDown(), people.customerCap(), people.customerCapWindow(), people.undeliverableFor(),
                people.excludedAddresses());
        return new SurveyPolicy(survey, settings.order(), types, excluded, closeCodes, rates, minimum,
                sampling.monthlyCap(), sampling.salt().orElse(null), sampling.maxAge(), settings.delivery().delay(),
                window(path, settings.delivery().window()), settings.delivery().reminderAfter(),
                settings.delivery().expiresAfter(),
                version);
    }

    private static Map<Dimension, Map<String, Double>> rates(String path, Map<String, Map<String, Double>> settings) {
        Map<Dimension, Map<String, Double>> rates = new EnumMap<>(Dimension.class);
        settings.forEach((dimension, values) -> values.forEach((value, rate) -> rates
                .computeIfAbsent(dimension(path + ".sampling.rates." + dimension, dimension), key -> new TreeMap<>())
                .put(SamplingRates.comparable(value), rate)));
        return rates;
    }

    private static Map<Dimension, Integer> minimum(String path, Map<String, Integer> settings) {
        Map<Dimension, Integer> minimum = new EnumMap<>(Dimension.class);
        settings.forEach((dimension, wanted) -> minimum
                .put(dimension(path + ".sampling.minimum-per-month." + dimension, dimension), wanted));
        return minimum;
    }

    private static SendingWindow window(String path, String setting) {
        try {
            return SendingWindow.of(setting);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalStateException(path + ".delivery.window: " + unreadable.getMessage(), unreadable);
        }
    }

    private static Dimension dimension(String path, String name) {
        return Dimension.named(name).orElseThrow(() -> new IllegalStateException(path
                + " names no dimension; these are "
                + List.of(Dimension.values()).stream().map(Dimension::wireName).collect(Collectors.joining(", "))));
    }

    private static Set<String> comparable(Optional<List<String>> values) {
        return values.map(SurveyPolicies::comparable).orElse(Set.of());
    }

    private static Set<String> comparable(List<String> values) {
        return values.stream().map(SamplingRates::comparable).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Twelve hexadecimal digits that change with whatever decisions depend on. */
    static String version(Object... whatDecisionsDependOn) {
        String text = List.of(whatDecisionsDependOn).toString();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
