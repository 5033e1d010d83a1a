package io.ticketpulse.servers;

import java.util.logging.Level;
import java.util.logging.Logger;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** A real mail server inside this JVM: takes every mail for anybody by SMTP and keeps it in memory. */
public final class EmbeddedMail implements AutoCloseable {

    // Held here because the log manager forgets loggers that nobody holds, and their levels with them.
    private static final Logger NEW_MAILBOXES = Logger.getLogger("com.icegreen.greenmail.user");

    private final GreenMail greenMail;

    private EmbeddedMail(GreenMail greenMail) {
        this.greenMail = greenMail;
    }

    /**
     * Starts a server.
     *
     * @param wantedPort port of SMTP, 0 for any free one
     * @throws IllegalStateException a sentence, when the port is taken
     */
    public static EmbeddedMail start(int wantedPort) {
        NEW_MAILBOXES.setLevel(Level.WARNING);
        int port = Ports.claim(wantedPort, "mail");
        GreenMail greenMail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        greenMail.start();
        return new EmbeddedMail(greenMail);
    }

    /** {@return the port of SMTP} */
    public int port() {
        return greenMail.getSmtp().getPort();
    }

    /** {@return the server, for reading and purging its mails} */
    public GreenMail greenMail() {
        return greenMail;
    }

    @Override
    public void close() {
        greenMail.stop();
    }
}
