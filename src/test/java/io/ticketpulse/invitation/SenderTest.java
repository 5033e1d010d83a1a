package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.ticketpulse.platform.Brands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTest {

    @ParameterizedTest
    @ValueSource(strings = {"Acme", "Acme, Inc.", "Acme (Europe) <IT>", "\"Acme\" \\ @; IT", "Müller & Söhne, Köln",
            "服务台", "Abteilung für außergewöhnliche Größen und Späße, Köln", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"})
    void everyNameOfABrandArrives(String name) throws AddressException {
        String header = sender("desk@example.org", name).header();

        assertThat(header.split("\r\n ")).allSatisfy(line -> assertThat(line).matches("[ -~]{1,76}(<.*>)?"));
        InternetAddress[] read = InternetAddress.parseHeader(header.replace("\r\n", ""), true);
        assertThat(read).hasSize(1);
        assertThat(read[0].getPersonal()).isEqualTo(name);
        assertThat(read[0].getAddress()).isEqualTo("desk@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Service Desk <desk@example.org>", "\"Service Desk\" <desk@example.org>",
            "Service Desk<desk@example.org>"})
    void aNameOfItsOwnIsKept(String from) {
        assertThat(sender(from, "Acme").header()).isEqualTo("\"Service Desk\" <desk@example.org>");
    }

    @Test
    void theUsualOneIsOfThisMachine() {
        assertThat(sender(null, "Acme").header()).isEqualTo("\"Acme\" <ticketpulse@localhost>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "desk@", "Desk desk@example.org", "a@example.org, b@example.org",
            "Desk <desk@example.org> more", "desk@exa mple.org", "Desk <desk@example.org>\r\nBcc: all@example.org"})
    void whatIsNoAddressStopsTheStart(String from) {
        assertThatThrownBy(() -> sender(from, "Acme")).hasMessageStartingWith("ticketpulse.mail.from is ");
    }

    private static Sender sender(String from, String brand) {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder().addDefaultInterceptors().addDiscoveredConverters()
                .withMapping(MailSettings.class);
        if (from != null) {
            config.withDefaultValue("ticketpulse.mail.from", from);
        }
        return new Sender(config.build().getConfigMapping(MailSettings.class), Brands.of(Map.of("name", brand)));
    }
}
