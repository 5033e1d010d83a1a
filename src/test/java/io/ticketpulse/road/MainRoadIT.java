package io.ticketpulse.road;

/** The main road on a good day. */
class MainRoadIT extends RoadTests {

    MainRoadIT() {
        super(Disturbance.NONE);
    }
}
