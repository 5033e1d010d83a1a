package io.ticketpulse.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/**
 * Stops the start for a {@code TICKETPULSE_*} variable that is no setting, such as a mistyped one, and for a setting that
 * refers to none. The configuration itself refuses unknown properties, lets unknown variables of the environment pass, and
 * takes an optional setting whose expression cannot be resolved for absent.
 */
@Singleton
class UnknownSettings {

    private static final String PREFIX = "ticketpulse.";
    private static final String HINT = ". The README lists the settings. In the environment, dots and hyphens"
            + " of a setting are underscores; names of desks, surveys, drivers and users that have a hyphen, such as"
            + " acme-jira, can be said in config/application.properties only.";

    /** Before anything that a wrong setting could harm. */
    void check(@Observes @Priority(1) StartupEvent start, BeanManager beans, Config config) {
        Set<String> known = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .flatMap(bean -> bean.getTypes().stream())
                .filter(type -> type instanceof Class<?> settings && settings.isAnnotationPresent(ConfigMapping.class))
                .flatMap(settings -> ConfigMappings.getProperties(ConfigClass.configClass((Class<?>) settings)).keySet()
                        .stream())
                .collect(Collectors.toSet());
        check(config, known);
    }

    /** @throws IllegalStateException a sentence that names what makes no sense */
    static void check(Config config, Set<String> known) {
        Set<String> unknown = among(config.getPropertyNames(), known);
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("No such setting: " + String.join(", ", unknown) + HINT);
        }
        Set<String> unresolved = unresolved(config);
        if (!unresolved.isEmpty()) {
            throw new IllegalStateException(String.join(", ", unresolved)
                    + " refers by ${…} to something that is set nowhere; a $ that means itself is written $$.");
        }
    }

    /** Optional settings that would otherwise count as not set. Their values may be secrets and are not told. */
    private static Set<String> unresolved(Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(PREFIX))
                .filter(name -> {
                    ConfigValue value = config.getConfigValue(name);
                    return value.getRawValue() != null && value.getValue() == null;
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The names that begin like ours and are none of ours, in the form of the environment.
     *
     * @param names what is set
     * @param known what may be set; {@code *} stands for a name of the operator's choice
     */
    static Set<String> among(Iterable<String> names, Set<String> known) {
        List<Pattern> patterns = known.stream().map(UnknownSettings::pattern).toList();
        return StreamSupport.stream(names.spliterator(), false)
                .filter(name -> name.startsWith(PREFIX))
                .filter(name -> patterns.stream().noneMatch(pattern -> pattern.matcher(name).matches()))
                .map(name -> name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(Arrays.stream(name.replace("[*]", "\0").split("(?<=[*\0])|(?=[*\0])"))
                .map(part -> switch (part) {
                    case "*" -> "(\"[^\"]+\"|[^.]+)";
                    case "\0" -> "\\[\\d+]";
                    default -> Pattern.quote(part);
                }).collect(Collectors.joining()));
    }
}
