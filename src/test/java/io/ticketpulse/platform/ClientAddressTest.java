package io.ticketpulse.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void whoHasNoAddressIsAClientToo() {
        assertThat(ClientAddress.client(null)).isEmpty();
    }
}
