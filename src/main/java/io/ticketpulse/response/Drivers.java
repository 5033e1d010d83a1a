package io.ticketpulse.response;

import java.util.List;

/** The reasons that can be picked. */
final class Drivers {

    /**
     * The five dimensions of service quality, the most important ones first (Parasuraman, Zeithaml, Berry: SERVQUAL,
     * Journal of Retailing 64, 1988).
     */
    static final List<String> OFFERED = List.of("reliability", "responsiveness", "assurance", "empathy", "tangibles");

    private Drivers() {
    }
}
