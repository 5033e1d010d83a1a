package io.ticketpulse.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.ticketpulse.servers.EmbeddedMySql;
import io.ticketpulse.servers.Folders;

/**
 * Where the demo keeps everything between two starts: data of the servers, mails, the secret of the links, and whether the
 * history was fed. One demo at a time uses it.
 */
final class DemoFolder implements AutoCloseable {

    /** What is done once, and again only after {@code -Ddemo.fresh}. */
    enum Step {
        /** The history is on Kafka. */
        HISTORY_FED,
        /** The customers have answered their mails about it. */
        HISTORY_ANSWERED
    }

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileLock lock;
    private final boolean endedBadly;

    private DemoFolder(Path folder, FileLock lock) throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.endedBadly = Files.exists(runningMark());
        Files.writeString(runningMark(), "");
    }

    /**
     * Takes the folder for this process, waiting a while for an earlier demo that is just ending.
     *
     * @param fresh whether to forget everything in it
     * @throws DemoException when another demo goes on using it
     */
    static DemoFolder take(Path path, boolean fresh) throws IOException {
        Path folder = Files.createDirectories(path.toAbsolutePath());
        FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = lock(channel);
        if (lock == null) {
            throw new DemoException("Another demo is running on " + folder
                    + ". Stop it with Ctrl-C, or choose another folder with -Ddemo.folder=…");
        }
        // Of a demo that was killed the database may be alive a little longer.
        EmbeddedMySql.stopLeftOver(folder.resolve("servers/mysql"));
        DemoFolder taken = new DemoFolder(folder, lock);
        if (fresh) {
            taken.wipe();
        }
        return taken;
    }

    /** {@return whether the demo before this one was killed, so that something of it may still be ending} */
    boolean endedBadly() {
        return endedBadly;
    }

    Path servers() {
        return folder.resolve("servers");
    }

    Path mails() {
        return folder.resolve("mails");
    }

    Path serviceLog() {
        return folder.resolve("ticketpulse.log");
    }

    Path serviceSettings() {
        return folder.resolve("ticketpulse.properties");
    }

    Path path() {
        return folder;
    }

    /** {@return what the service signs its links with: the same at every start, so that old mails keep working} */
    String tokenSecret() throws IOException {
        Path file = folder.resolve("token-secret");
        if (!Files.exists(file)) {
            byte[] secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            Files.writeString(file, HexFormat.of().formatHex(secret));
        }
        return Files.readString(file);
    }

    /** {@return when the history ends: the moment of the first start, so that feeding it twice feeds the same} */
    Instant historyEnd(Clock clock) throws IOException {
        Path file = folder.resolve("history-end");
        if (!Files.exists(file)) {
            Files.writeString(file, clock.instant().toString());
        }
        return Instant.parse(Files.readString(file));
    }

    /** {@return whether an earlier start got this far} */
    boolean isDone(Step step) {
        return Files.exists(mark(step));
    }

    void markDone(Step step) throws IOException {
        Files.writeString(mark(step), "");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(runningMark());
            lock.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path mark(Step step) {
        return folder.resolve(step.name().toLowerCase(Locale.ROOT));
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        FileLock lock = channel.tryLock();
        if (lock == null) {
            Console.say("An earlier demo still holds the folder; waiting for it to end …");
        }
        while (lock == null && System.nanoTime() < end) {
            Console.pause(TimeUnit.MILLISECONDS.toMillis(500));
            lock = channel.tryLock();
        }
        return lock;
    }

    private Path runningMark() {
        return folder.resolve("running");
    }

    private void wipe() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : (Iterable<Path>) entries
                    .filter(name -> !name.endsWith(LOCK) && !name.equals(runningMark()))::iterator) {
                Folders.delete(entry);
            }
        }
    }
}
