package io.ticketpulse.platform;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Tells clients apart by address. */
final class ClientAddress {

    /** What one customer of a provider gets at least (RFC 6177), and may choose addresses from at will. */
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {
    }

    /**
     * An IPv4 address as it is, an IPv6 address cut to its /64.
     *
     * @param address an address in digits; a host name, which a proxy may send, is taken as it is and never looked up
     */
    static String client(String address) {
        if (address == null) {
            return "";
        }
        if (!address.contains(":")) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
