package io.ticketpulse.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.ticketpulse.servers.Ports;

/**
 * What the person who starts the demo may choose, as {@code -Ddemo.…}.
 *
 * @param fresh whether to forget what earlier starts left
 * @param folder where everything is kept
 * @param service the packaged service
 * @param servicePort port of TicketPulse
 * @param pagePort port of the page with the mails
 * @param password of the users admin and reader
 * @param seed of the invented company
 * @param secondsBetweenTickets pace of the tickets that are closed while one watches
 */
record DemoSettings(boolean fresh, Path folder, Path service, int servicePort, int pagePort, int smtpPort,
        int mySqlPort,
        int kafkaPort, String password, long seed, int secondsBetweenTickets) {

    static DemoSettings fromSystemProperties() {
        return new DemoSettings(
                Boolean.parseBoolean(text("demo.fresh", "false")),
                Path.of(text("demo.folder", ".demo")),
                Path.of(text("demo.service", "target/quarkus-app/quarkus-run.jar")),
                number("demo.http.port", 8080),
                number("demo.page.port", 8090),
                number("demo.smtp.port", 10025),
                number("demo.mysql.port", 13306),
                number("demo.kafka.port", 19092),
                text("demo.password", "demo"),
                number("demo.seed", 1),
                number("demo.seconds-between-tickets", 5));
    }

    /**
     * Makes sure that nobody else has our ports.
     *
     * @param patience how long to wait for a demo that was killed to let go of them
     * @throws DemoException naming the port and the flag that chooses another
     */
    void requireFreePorts(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Map<String, Integer> ports = Map.of("demo.http.port", servicePort, "demo.page.port", pagePort, "demo.smtp.port",
                smtpPort, "demo.mysql.port", mySqlPort, "demo.kafka.port", kafkaPort);
        ports.forEach((flag, port) -> {
            while (Ports.isTaken(port)) {
                if (System.nanoTime() >= end) {
                    throw new DemoException("Port " + port + " is taken by another program. Choose another one with -D"
                            + flag + "=" + (port + 1));
                }
                Console.pause(200);
            }
        });
    }

    String serviceUrl() {
        return "http://localhost:" + servicePort;
    }

    String pageUrl() {
        return "http://localhost:" + pagePort;
    }

    private static int number(String name, int otherwise) {
        try {
            return Integer.parseInt(text(name, String.valueOf(otherwise)));
        } catch (NumberFormatException e) {
            throw new DemoException("-D" + name + " is not a number: " + text(name, ""));
        }
    }

    /** Maven passes on every flag, those nobody set as empty. */
    private static String text(String name, String otherwise) {
        String value = System.getProperty(name, "");
        return value.isBlank() ? otherwise : value;
    }
}
