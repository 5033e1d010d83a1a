package io.ticketpulse.road;

/** The service dies by {@code kill -9} while it consumes, and again while it sends mails. */
class KilledServiceIT extends RoadTests {

    KilledServiceIT() {
        super(Disturbance.SERVICE_KILLED);
    }
}
