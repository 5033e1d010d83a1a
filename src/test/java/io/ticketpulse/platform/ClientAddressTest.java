package io.ticketpulse.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses are those set aside for documentation (RFC 5737, RFC 3849). */
class ClientAddressTest {

    @Test
    void anIpv4AddressIsAClient() {
        assertThat(ClientAddress.client("203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:DB8:1:2::9"})
    void anIpv6NetworkIsAClient(String neighbour) {
        assertThat(ClientAddress.client(neighbour)).isEqualTo(ClientAddress.client("2001:db8:1:2::1"));
    }

    @Test
    void anotherIpv6NetworkIsAnotherClient() {
        assertThat(ClientAddress.client("2001:db8:1:2::1")).isNotEqualTo(ClientAddress.client("2001:db8:1:3::1"));
    }

    @Test
    void anIpv4AddressWrittenAsIpv6IsTheSameClient() {
        assertThat(ClientAddress.client("::ffff:203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void whatIsNoAddressIsTakenAsItIs() {
        assertThat(ClientAddress.client("unknown:host")).isEqualTo("unknown:host");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            // Without proxies the header is anybody's.
            "0 | 192.0.2.1 | 198.51.100.7                              | 192.0.2.1",
            "1 | 192.0.2.1 | -                                         | 192.0.2.1",
            "1 | 192.0.2.1 | 198.51.100.7                              | 198.51.100.7",
            "1 | 192.0.2.1 | 203.0.113.9, 198.51.100.7                 | 198.51.100.7",
            "1 | 192.0.2.1 | 203.0.113.9,,198.51.100.7                 | 198.51.100.7",
            "2 | 192.0.2.1 | 203.0.113.9, 198.51.100.7, 192.0.2.2      | 198.51.100.7",
            // Past the first proxy: the second one knows who asked it.
            "2 | 192.0.2.1 | 198.51.100.7                              | 198.51.100.7",
            // With ports, as some clouds write it.
            "1 | 192.0.2.1 | 203.0.113.9, 198.51.100.7:51234           | 198.51.100.7",
            "1 | 192.0.2.1 | 203.0.113.9, [2001:db8::1]:51234          | 2001:db8::1",
            "1 | 192.0.2.1 | 203.0.113.9, 2001:db8::1                  | 2001:db8::1"})
    void theClientIsWhoAskedTheOutermostOfOurProxies(int proxies, String connected, String forwardedFor,
            String client) {
        List<String> header = forwardedFor == null ? List.of() : List.of(forwardedFor);

        assertThat(ClientAddress.behind(proxies, connected, header)).isEqualTo(client);
    }

    @Test
    void whoHasNoAddressIsAClientToo() {
        assertThat(ClientAddress.client(null)).isEmpty();
    }
}
