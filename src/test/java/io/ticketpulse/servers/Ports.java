package io.ticketpulse.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** TCP ports of the loopback address. */
public final class Ports {

    private static final int CONNECT_MILLIS = 200;

    private Ports() {
    }

    /** {@return a port that nobody listened on a moment ago} */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Turns a wish into a port.
     *
     * @param wanted the port, or 0 for any free one
     * @param server who wants it, for the message
     * @return the port to listen on
     * @throws IllegalStateException a sentence, when another program has the port
     */
    public static int claim(int wanted, String server) {
        if (wanted == 0) {
            return free();
        }
        if (isTaken(wanted)) {
            throw new IllegalStateException(
                    "Port " + wanted + ", wanted for " + server + ", is taken by another program.");
        }
        return wanted;
    }

    /** {@return whether nobody could listen on this port now} */
    public static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port), 1);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@return whether the server on this port speaks first, as MySQL does, and does so at once} */
    static boolean greets(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback(), port), CONNECT_MILLIS);
            socket.setSoTimeout(CONNECT_MILLIS);
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }
}
