package io.ticketpulse.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was started, to be ended in the opposite order, whenever that is asked and however far the start has come. */
final class Closing {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean begun;

    /** Remembers something to end; ends it at once when the end has begun. */
    <T extends AutoCloseable> T add(T part) {
        synchronized (this) {
            if (!begun) {
                started.push(part);
                return part;
            }
        }
        close(part);
        throw new DemoException("The demo was stopped while it was starting.");
    }

    /** {@return whether there is something to end that nobody is ending yet} */
    synchronized boolean begin() {
        boolean first = !begun;
        begun = true;
        return first && !started.isEmpty();
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    void finish() {
        while (!started.isEmpty()) {
            close(started.pop());
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            Console.say("A part of the demo did not end well: " + e);
        }
    }
}
