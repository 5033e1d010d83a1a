package io.ticketpulse.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;

import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;

/** Keeps what the mail server receives as {@code .eml} files, which survive a restart and open in any mail program. */
final class MailStore {

    private static final String SUFFIX = ".eml";

    private final Path folder;
    private final Clock clock;
    private final NavigableMap<String, ReceivedMail> mails = new ConcurrentSkipListMap<>();
    private final List<Consumer<ReceivedMail>> readers = new ArrayList<>();
    private final AtomicInteger sequence = new AtomicInteger();

    MailStore(Path folder, Clock clock) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.clock = clock;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files.filter(name -> name.toString().endsWith(SUFFIX))::iterator) {
                String id = file.getFileName().toString().replace(SUFFIX, "");
                mails.put(id, ReceivedMail.parse(id, receivedAt(id), Files.readAllBytes(file)));
            }
        }
    }

    /** Hands every further mail to this reader, on the thread of the mail server: be quick. */
    void onMail(Consumer<ReceivedMail> reader) {
        readers.add(reader);
    }

    /** Takes what this server receives from now on, before the server says that it has it. */
    void collectFrom(GreenMail server) {
        UserManager users = server.getUserManager();
        MessageDeliveryHandler inner = users.getMessageDeliveryHandler();
        users.setMessageDeliveryHandler((message, recipient) -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                message.getMessage().writeTo(bytes);
                add(bytes.toByteArray());
            } catch (IOException | UncheckedIOException e) {
                throw new MessagingException("The mail could not be stored", e);
            }
            return inner.handle(message, recipient);
        });
    }

    void add(byte[] bytes) throws IOException {
        Instant now = clock.instant();
        String id = String.format("%d-%05d", now.toEpochMilli(), sequence.incrementAndGet() % 100_000);
        ReceivedMail mail = ReceivedMail.parse(id, now, bytes);
        Files.write(folder.resolve(id + SUFFIX), bytes);
        mails.put(id, mail);
        readers.forEach(reader -> reader.accept(mail));
    }

    Optional<ReceivedMail> find(String id) {
        return Optional.ofNullable(mails.get(id));
    }

    /** {@return all mails, newest first} */
    Stream<ReceivedMail> newestFirst() {
        return mails.descendingMap().values().stream();
    }

    int size() {
        return mails.size();
    }

    private static Instant receivedAt(String id) {
        return Instant.ofEpochMilli(Long.parseLong(id.substring(0, id.indexOf('-'))));
    }
}
