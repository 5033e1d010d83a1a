package io.ticketpulse.servers;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.formatters.PatternFormatter;

/** Everything that is logged in this JVM until it is closed, with stack traces and diagnostic contexts. */
public final class CapturedLog extends Handler implements AutoCloseable {

    private final Logger root = Logger.getLogger("");
    private final PatternFormatter formatter = new PatternFormatter("%c %s%e %X");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** Begins to listen. */
    public CapturedLog() {
        root.addHandler(this);
    }

    /** {@return what was logged so far} */
    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord record) {
        lines.add(formatter.format(record));
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
