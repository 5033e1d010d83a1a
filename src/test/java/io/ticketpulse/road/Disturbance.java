package io.ticketpulse.road;

import java.io.IOException;

/** What goes wrong while closings are consumed and mails are sent. */
enum Disturbance {
    /** Nothing does. */
    NONE {
        @Override
        void strike(Road road) {
            // All is well.
        }
    },
    /** The service is killed and started again. */
    SERVICE_KILLED {
        @Override
        void strike(Road road) throws IOException {
            road.service().kill();
            road.service().start();
        }
    },
    /** The database goes and comes back. */
    DATABASE_RESTARTED {
        @Override
        void strike(Road road) throws IOException {
            road.servers().mySql().stop();
            road.servers().mySql().restart();
        }
    };

    abstract void strike(Road road) throws IOException;
}
