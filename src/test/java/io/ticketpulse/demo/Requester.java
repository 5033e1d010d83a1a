package io.ticketpulse.demo;

/** A customer of the invented company. */
record Requester(String id, String name, String email, String locale, String department, String location) {

    /** The person in front of the screen, whom the demo leaves some mails to answer. */
    static final Requester YOU = new Requester("you", "You", "you@example.com", "en", "Sales", "Hamburg");
}
