package io.ticketpulse.response;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.ticketpulse.platform.SignedFields;
import io.ticketpulse.platform.UniqueId;

/** Turns nonces into the text in a form's hidden field and back. */
@Singleton
class Nonces {

    private static final String PURPOSE = "response-form/5";
    private static final int BYTES = 16 + 4 + 4 + 1 + 8 + 8 + 16;

    private final SignedFields fields;

    Nonces(SignedFields fields) {
        this.fields = fields;
    }

    /** The text of a nonce, in base64url without padding. */
    String write(Nonce nonce) {
        return fields.write(PURPOSE, ByteBuffer.allocate(BYTES).put(UniqueId.bytes(nonce.invitation()))
                .putInt(nonce.revision()).putInt(nonce.drivers()).put((byte) nonce.hurried())
                .putLong(nonce.openedAt().toEpochMilli()).putLong(nonce.handedOutAt().toEpochMilli())
                .put(UniqueId.bytes(nonce.id())).array());
    }

    /** The nonce in a field, if it is one of ours, to the last bit. */
    Optional<Nonce> read(String field) {
        return fields.read(PURPOSE, field)
                .map(bytes -> new Nonce(uuid(bytes), bytes.getInt(), bytes.getInt(), bytes.get(),
                        Instant.ofEpochMilli(bytes.getLong()), Instant.ofEpochMilli(bytes.getLong()), uuid(bytes)));
    }

    private static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
