package io.ticketpulse.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.ticketpulse.servers.Ports;

/** The programs that are compared, each in a JVM of its own with the same flags. */
enum Contender {
    /** The plain program. */
    BARE {
        @Override
        List<String> arguments(Workload workload, BenchmarkSettings settings) {
            List<String> arguments = new ArrayList<>(workload.forBareProgram());
            arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), BareProgram.class.getName()));
            return arguments;
        }
    },
    /** TicketPulse as packaged. */
    SERVICE {
        @Override
        List<String> arguments(Workload workload, BenchmarkSettings settings) {
            List<String> arguments = new ArrayList<>(workload.forService(Ports.free()));
            arguments.addAll(List.of("-jar", settings.service().toString()));
            return arguments;
        }
    };

    /** What Java chooses by itself in a container of 512 MiB with the options of our image. */
    private static final List<String> FLAGS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    abstract List<String> arguments(Workload workload, BenchmarkSettings settings);

    List<String> command(Workload workload, BenchmarkSettings settings) {
        List<String> command = java(settings.flags());
        command.addAll(arguments(workload, settings));
        return command;
    }

    static List<String> java(List<String> furtherFlags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(furtherFlags);
        return command;
    }
}
