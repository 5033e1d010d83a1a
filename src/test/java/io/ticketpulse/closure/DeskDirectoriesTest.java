package io.ticketpulse.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.ticketpulse.closure.desk.Delivery;
import io.ticketpulse.closure.desk.Desk;
import io.ticketpulse.closure.desk.DeskApi;
import io.ticketpulse.closure.desk.DeskKind;
import io.ticketpulse.closure.desk.Report;
import io.ticketpulse.closure.desk.RequesterDirectory;
import io.ticketpulse.servers.CapturedLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of look-ups that make no sense stop the start. */
class DeskDirectoriesTest {

    private static final String LOOK_UP = "ticketpulse.desks.acme.look-up.";

    @ParameterizedTest
    @CsvSource({"acme.example", "//acme.example", "ftp://acme.example", "https:acme"})
    void anAddressIsOneOfTheWeb(String url) {
        assertThatThrownBy(() -> directories(Map.of(LOOK_UP + "url", url))).isInstanceOf(IllegalStateException.class)
                .hasMessage("ticketpulse.desks.acme.look-up: url is no address like https://acme.example.com");
    }

    @Test
    void aClientHasASecret() {
        assertThatThrownBy(() -> directories(Map.of(LOOK_UP + "client-id", "client")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("ticketpulse.desks.acme.look-up: client-id and client-secret go together");
    }

    @Test
    void whatTheKindWantsIsSaid() {
        assertThatThrownBy(() -> directories(Map.of())).isInstanceOf(IllegalStateException.class)
                .hasMessage("ticketpulse.desks.acme.look-up: this kind wants more");
    }

    @Test
    void notEveryKindCanBeAsked() {
        assertThatThrownBy(() -> directories(Map.of("ticketpulse.desks.acme.kind", "silent")))
                .isInstanceOf(IllegalStateException.class).hasMessage("ticketpulse.desks.acme.look-up: a desk of kind"
                        + " silent can't be asked for addresses; these can: talkative");
    }

    @ParameterizedTest
    @CsvSource({"http://acme.example, 1", "http://10.0.0.1:8080, 1", "http://127.acme.example, 1",
            "http://localhost.acme.example, 1", "https://acme.example, 0", "http://localhost:8080, 0",
            "http://127.0.0.1, 0", "http://[::1]:8080, 0"})
    void whoeverCouldReadTheTokenIsWarnedOf(String url, int warnings) {
        try (CapturedLog log = new CapturedLog()) {

            catchThrowable(() -> directories(Map.of(LOOK_UP + "url", url)));

            assertThat(log.lines())
                    .filteredOn(line -> line.contains("ticketpulse.desks.acme.look-up.url does not begin with https"))
                    .hasSize(warnings);
        }
    }

    private static DeskDirectories directories(Map<String, String> more) {
        Map<String, String> values = new TreeMap<>(Map.of("ticketpulse.desks.acme.kind", "talkative",
                LOOK_UP + "url", "https://acme.example", LOOK_UP + "token", "secret",
                LOOK_UP + "give-up-after", "PT10M"));
        values.putAll(more);
        DeskSettings settings = new SmallRyeConfigBuilder().withMapping(DeskSettings.class).withDefaultValues(values)
                .build().getConfigMapping(DeskSettings.class);
        return new DeskDirectories(settings, new Desks(settings, List.of(new Kind("silent"), new Kind("talkative"))),
                List.of(new Directory()), null, Clock.systemUTC());
    }

    private record Kind(String name) implements DeskKind {

        @Override
        public List<String> names() {
            return List.of(name);
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

    private record Directory() implements RequesterDirectory {

        @Override
        public String kind() {
            return "talkative";
        }

        @Override
        public People at(DeskApi desk) {
            throw new IllegalArgumentException("this kind wants more");
        }
    }
}
