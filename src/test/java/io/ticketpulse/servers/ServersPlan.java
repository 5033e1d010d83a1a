package io.ticketpulse.servers;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What {@link EmbeddedServers} shall start, and where.
 *
 * @param folder data of MySQL and Kafka; made when absent, kept when present
 * @param parts which servers
 * @param durable whether data survives a crash of the machine
 * @param mySqlPort port, 0 for any free one, as the next two
 * @param kafkaPort port
 * @param mailPort port
 * @param mySqlFlags further flags of mysqld, for example {@code --general-log=ON}
 */
public record ServersPlan(Path folder, Set<Part> parts, boolean durable, int mySqlPort, int kafkaPort, int mailPort,
        List<String> mySqlFlags) {

    /** One of the servers. */
    public enum Part {
        /** The database. */
        MYSQL,
        /** The broker. */
        KAFKA,
        /** The mail server. */
        MAIL
    }

    /** All three, quick rather than durable, on free ports. */
    public static ServersPlan forTests(Path folder) {
        return new ServersPlan(folder, EnumSet.allOf(Part.class), false, 0, 0, 0, List.of());
    }

    /** All three, durable, on these ports. */
    public static ServersPlan durable(Path folder, int mySqlPort, int kafkaPort, int mailPort) {
        return new ServersPlan(folder, EnumSet.allOf(Part.class), true, mySqlPort, kafkaPort, mailPort, List.of());
    }

    /** The same with only these servers. */
    public ServersPlan only(Set<Part> wanted) {
        return new ServersPlan(folder, wanted, durable, mySqlPort, kafkaPort, mailPort, mySqlFlags);
    }

    /** The same with further flags of mysqld, which win over earlier ones. */
    public ServersPlan withMySqlFlags(String... flags) {
        return new ServersPlan(folder, parts, durable, mySqlPort, kafkaPort, mailPort, List.of(flags));
    }
}
