package io.ticketpulse.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import com.mysql.cj.jdbc.Driver;

/**
 * A real MySQL server in a process of its own, on the loopback address, user {@code root} without a password. It can be
 * stopped, killed, frozen and started again on the same port and data.
 */
public final class EmbeddedMySql implements AutoCloseable {

    /** Who may connect; there is no password. */
    public static final String USER = "root";

    private static final String DATABASE = "ticketpulse";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> LOCAL_ONLY = List.of("--bind-address=127.0.0.1", "--mysqlx=OFF", "--skip-ssl",
            "--socket=", "--default-time-zone=+00:00", "--innodb-buffer-pool-size=128M");
    // A crash of the machine may lose everything, a crash of the process nothing: right for tests, and much faster.
    private static final List<String> NOT_DURABLE = List.of("--innodb-flush-log-at-trx-commit=0",
            "--innodb-doublewrite=0", "--innodb-flush-method=nosync", "--performance-schema=OFF");

    private final Path data;
    private final int port;
    private final List<String> command;
    private ChildProcess process;

    private EmbeddedMySql(Path data, int port, List<String> command) {
        this.data = data;
        this.port = port;
        this.command = command;
    }

    /**
     * Starts a server on new or existing data.
     *
     * @param data folder of the data; the log is written beside it
     * @param wantedPort port, 0 for any free one
     * @param durable whether committed data survives a crash of the machine
     * @param flags further flags of mysqld, which win over ours
     * @throws IllegalStateException a sentence, when the port is taken
     * @throws IOException when mysqld does not start; the message names its log
     */
    public static EmbeddedMySql start(Path data, int wantedPort, boolean durable, List<String> flags)
            throws IOException {
        MySqlInstallation installation = MySqlInstallation.prepare();
        Path folder = data.toAbsolutePath();
        stopLeftOver(folder);
        int port = Ports.claim(wantedPort, "MySQL");
        if (!Files.exists(folder.resolve("mysql.ibd"))) {
            Folders.copy(installation.emptyData(), folder);
        }
        List<String> all = new ArrayList<>(LOCAL_ONLY);
        all.add("--port=" + port);
        all.add("--pid-file=" + pidFile(folder));
        if (!durable) {
            all.addAll(NOT_DURABLE);
        }
        all.addAll(flags);
        EmbeddedMySql server = new EmbeddedMySql(folder, port, installation.command(folder, all));
        server.restart();
        return server;
    }

    /** Starts the server again after {@link #stop()} or {@link #kill()}, on the same port. */
    public void restart() throws IOException {
        Path log = data.resolveSibling(data.getFileName() + ".log");
        process = ChildProcess.start(command, log);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Ports.accepts(port)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.close();
                throw new IOException("MySQL did not start; its log says why: " + log);
            }
            pause();
        }
    }

    /** Ends the server in good order; connections break. */
    public void stop() {
        process.close();
    }

    /** Ends the server as a power cut would. */
    public void kill() {
        ChildProcess.signal(pid(), "KILL");
        process.close();
    }

    /** Halts the server without closing a connection: clients wait for ever unless they have a time-out. */
    public void freeze() {
        ChildProcess.signal(pid(), "STOP");
        // The signal reaches the server's threads a moment later; until then it would still answer.
        while (Ports.greets(port)) {
            Thread.onSpinWait();
        }
    }

    /** Lets a frozen server go on. */
    public void thaw() {
        ChildProcess.signal(pid(), "CONT");
    }

    /** {@return the port it listens on} */
    public int port() {
        return port;
    }

    /** {@return the address of the database {@code ticketpulse}, created at the first connection} */
    public String jdbcUrl() {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + DATABASE
                + "?createDatabaseIfNotExist=true&sslMode=DISABLED&allowPublicKeyRetrieval=true";
    }

    /** {@return a new connection to the database; the caller closes it} */
    public Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", USER);
        return new Driver().connect(jdbcUrl(), login);
    }

    /** Ends the server, frozen or not, in good order. */
    @Override
    public void close() {
        process.close();
    }

    private long pid() {
        return runningOn(data).orElseThrow(() -> new IllegalStateException("MySQL is not running")).pid();
    }

    /**
     * Ends a server that was left over on this data by a starter that was killed: two on one folder never work.
     *
     * @throws IOException a sentence, when it does not end
     */
    public static void stopLeftOver(Path data) throws IOException {
        Optional<ProcessHandle> orphan = runningOn(data.toAbsolutePath());
        if (orphan.isEmpty()) {
            return;
        }
        orphan.get().destroy();
        try {
            orphan.get().onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (RuntimeException e) {
            throw new IOException("A MySQL left over from an earlier run (process " + orphan.get().pid()
                    + ") does not end; end it with: kill -9 " + orphan.get().pid(), e);
        }
    }

    private static Optional<ProcessHandle> runningOn(Path data) {
        try {
            long pid = Long.parseLong(Files.readString(pidFile(data)).trim());
            // The number may meanwhile belong to anybody else.
            return ProcessHandle.of(pid).filter(process -> process.info().commandLine()
                    .filter(line -> line.contains("--datadir=" + data)).isPresent());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | NumberFormatException e) {
            throw new IllegalStateException("The process id in " + pidFile(data) + " cannot be read", e);
        }
    }

    private static Path pidFile(Path data) {
        return data.resolve("mysqld.pid");
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while MySQL was starting", e);
        }
    }
}
