package io.ticketpulse.platform;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells clients apart by address. */
final class ClientAddress {

    /** What one customer of a provider gets at least (RFC 6177), and may choose addresses from at will. */
    private static final int NETWORK_BYTES = 8;

    /** Some proxies add the port; IPv6 addresses are in brackets then (RFC 3986, section 3.2.2). */
    private static final Pattern WITH_PORT = Pattern.compile("^\\[([^\\]]*)](?::\\d+)?$|^([^:]*):\\d+$");

    private ClientAddress() {
    }

    /**
     * The address of the client behind proxies, each of which puts the address of who asked it at the end of
     * {@code X-Forwarded-For}. What stands before these the client may have written itself.
     *
     * @param connected    who connected
     * @param forwardedFor the values of the header, in their order; empty if there is none
     * @param proxies      how many there are; with none, the header is anybody's
     */
    static String behind(int proxies, String connected, List<String> forwardedFor) {
        List<String> hops = forwardedFor.stream().flatMap(header -> Stream.of(header.split(","))).map(String::strip)
                .toList();
        if (proxies == 0 || hops.isEmpty()) {
            return connected;
        }
        String hop = hops.get(Math.max(0, hops.size() - proxies));
        return WITH_PORT.matcher(hop).replaceAll("$1$2");
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
