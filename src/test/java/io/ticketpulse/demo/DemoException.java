package io.ticketpulse.demo;

/** Why the demo cannot go on, as a sentence for the person who started it. */
final class DemoException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoException(String sentence) {
        super(sentence);
    }
}
