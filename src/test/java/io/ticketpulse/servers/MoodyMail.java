package io.ticketpulse.servers;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * A mail server (RFC 5321) that takes mails or refuses them, as a test tells it to for each recipient. Quarkus tests that
 * use it send to it instead of to the mail server of {@link RealServers}.
 */
public final class MoodyMail implements QuarkusTestResourceLifecycleManager {

    private static final Map<String, String> REPLIES = new ConcurrentHashMap<>();
    private static final Map<String, Runnable> MEANWHILE = new ConcurrentHashMap<>();
    private static final Set<String> HANGING_UP = ConcurrentHashMap.newKeySet();
    private static final List<Received> RECEIVED = new CopyOnWriteArrayList<>();

    private ServerSocket server;

    /** A mail that was taken, byte for byte in ISO 8859-1. */
    public record Received(String recipient, String text) {

        /** {@return the mail, read} */
        public MimeMessage message() throws MessagingException {
            return new MimeMessage(Session.getInstance(new Properties()),
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::accept);
        return Map.of("quarkus.mailer.host", "127.0.0.1", "quarkus.mailer.port",
                String.valueOf(server.getLocalPort()));
    }

    /** Answers so from now on when somebody wants to send to this address, e.g. {@code 451 4.3.0 Later}. */
    public static void answer(String recipient, String reply) {
        REPLIES.put(recipient, reply);
    }

    /** Takes mail to this address again. */
    public static void relent(String recipient) {
        REPLIES.remove(recipient);
    }

    /** Does this when a mail to the address has come in, before saying that it was taken. */
    public static void meanwhile(String recipient, Runnable work) {
        MEANWHILE.put(recipient, work);
    }

    /** Hangs up after the next mail to this address. */
    public static void hangUpAfter(String recipient) {
        HANGING_UP.add(recipient);
    }

    /** {@return how many mails were taken, for anybody} */
    public static int count() {
        return RECEIVED.size();
    }

    /** {@return the mails that were taken for this address, oldest first} */
    public static List<Received> to(String recipient) {
        return RECEIVED.stream().filter(mail -> mail.recipient().equals(recipient)).toList();
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                inBackground(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "moody-mail");
        thread.setDaemon(true);
        thread.start();
    }

    private static void talk(Socket client) {
        try (client;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                BufferedWriter out = new BufferedWriter(
                        new OutputStreamWriter(client.getOutputStream(), StandardCharsets.ISO_8859_1))) {
            say(out, "220 moody ESMTP");
            String recipient = "";
            boolean over = false;
            for (String line = in.readLine(); line != null; line = over ? null : in.readLine()) {
                String reply;
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("RCPT TO:")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.lastIndexOf('>'));
                    reply = REPLIES.getOrDefault(recipient, "250 2.1.5 OK");
                    over = reply.startsWith("421");
                } else if (command.equals("DATA")) {
                    say(out, "354 Go ahead");
                    RECEIVED.add(new Received(recipient, body(in)));
                    MEANWHILE.getOrDefault(recipient, () -> {
                    }).run();
                    reply = "250 2.0.0 Taken";
                    over = HANGING_UP.remove(recipient);
                } else {
                    over = command.equals("QUIT");
                    reply = over ? "221 Bye" : "250 moody";
                }
                say(out, reply);
            }
        } catch (IOException gone) {
            // The client hung up; the next one is heard by another thread.
        }
    }

    private static String body(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return text.toString();
    }

    private static void say(BufferedWriter out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }
}
