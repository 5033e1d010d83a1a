package io.ticketpulse.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.ticketpulse.closure.desk.Delivery;
import io.ticketpulse.closure.desk.Desk;
import io.ticketpulse.closure.desk.DeskKind;
import io.ticketpulse.closure.desk.Report;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the settings of desks are understood, from the environment and from the file. */
class DesksTest {

    @ParameterizedTest
    @CsvSource({"TICKET_TYPE, ticketType", "PRIORITY, priority", "CATEGORY, category", "SERVICE, service",
            "ASSIGNMENT_GROUP, assignmentGroup", "CLOSE_CODE, closeCode", "SLA_MET, slaMet", "EMAIL, requester.email",
            "LOCALE, requester.locale", "TIME_ZONE, requester.timeZone", "DEPARTMENT, requester.department",
            "LOCATION, requester.location"})
    void theEnvironmentSaysWhereAFieldIs(String variable, String field) {
        Desks desks = desks(environment("FIELDS_" + variable, " customfield_10050 "));

        assertThat(desks.named("acme").orElseThrow().desk().fields()).isEqualTo(Map.of(field, "customfield_10050"));
    }

    @Test
    void aZoneThatIsNoneIsNamed() {
        ConfigSource settings = environment("TIME_ZONE", "Europe/Bärlin");

        assertThatThrownBy(() -> desks(settings)).isInstanceOf(IllegalStateException.class).hasMessage(
                "ticketpulse.desks.acme.time-zone=Europe/Bärlin is no time zone; it must be a name such as Europe/Berlin");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"a$b | a$b", "a$${b} | a${b}", "a$$$$b | a$$b",
            "a\\,b | a,b", "a\\\\b | a\\b", "\"ab\" | \"ab\""})
    void theEnvironmentSaysASecret(String written, String secret) {
        Desks desks = desks(environment("SECRETS", written));

        assertThat(desks.named("acme").orElseThrow().secrets()).containsExactly(secret);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"a$b | a$b", "a$${b} | a${b}", "a$$$$b | a$$b",
            "a\\\\,b | a,b", "a\\\\\\\\b | a\\b", "\"ab\" | \"ab\""})
    void theFileSaysASecret(String written, String secret) throws IOException {
        Desks desks = desks(file("ticketpulse.desks.acme.secrets=" + written));

        assertThat(desks.named("acme").orElseThrow().secrets()).containsExactly(secret);
    }

    private static ConfigSource environment(String variable, String value) {
        return new EnvConfigSource(Map.of("TICKETPULSE_DESKS_ACME_KIND", "silent", "TICKETPULSE_DESKS_ACME_" + variable,
                value), 300);
    }

    private static ConfigSource file(String line) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader("ticketpulse.desks.acme.kind=silent\n" + line));
        Map<String, String> values = new HashMap<>();
        properties.forEach((name, value) -> values.put((String) name, (String) value));
        return new PropertiesConfigSource(values, "application.properties", 260);
    }

    private static Desks desks(ConfigSource settings) {
        return new Desks(new SmallRyeConfigBuilder().withMapping(DeskSettings.class).addDefaultInterceptors()
                .addDiscoveredConverters().withSources(settings).build().getConfigMapping(DeskSettings.class),
                List.of(new Silent()));
    }

    private record Silent() implements DeskKind {

        @Override
        public List<String> names() {
            return List.of("silent");
        }

        @Override
        public boolean isAuthentic(Delivery delivery, String secret) {
            return false;
        }

        @Override
        public List<Report> read(Delivery delivery, Desk desk) {
            return List.of();
        }
    }
}
