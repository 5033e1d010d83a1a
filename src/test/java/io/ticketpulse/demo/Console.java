package io.ticketpulse.demo;

import java.util.List;

/** What the demo prints. */
final class Console {

    private Console() {
    }

    static void say(String sentence) {
        System.out.println("[demo] " + sentence);
        System.out.flush();
    }

    /**
     * Says why the demo cannot go on: a sentence where there is one, else where to look in the code.
     *
     * @return the exit status of the demo
     */
    static int fail(Exception reason) {
        if (reason instanceof DemoException) {
            box(reason.getMessage().lines().toList());
            return 2;
        }
        reason.printStackTrace(System.out);
        return 1;
    }

    /** Prints lines inside a frame as wide as the longest of them. */
    static void box(List<String> lines) {
        System.out.print(framed(lines));
        System.out.flush();
    }

    static String framed(List<String> lines) {
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder box = new StringBuilder("\n┌" + "─".repeat(width + 2) + "┐\n");
        for (String line : lines) {
            box.append("│ ").append(line).append(" ".repeat(width - line.length())).append(" │\n");
        }
        return box.append("└").append("─".repeat(width + 2)).append("┘\n").toString();
    }

    /** Waits; an interrupted wait ends the demo. */
    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("The demo was interrupted.");
        }
    }
}
