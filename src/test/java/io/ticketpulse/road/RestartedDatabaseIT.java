package io.ticketpulse.road;

/** The database goes and comes back while closings are consumed, and again while mails are sent. */
class RestartedDatabaseIT extends RoadTests {

    RestartedDatabaseIT() {
        super(Disturbance.DATABASE_RESTARTED);
    }
}
