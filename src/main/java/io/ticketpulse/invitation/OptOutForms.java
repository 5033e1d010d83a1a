package io.ticketpulse.invitation;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.ticketpulse.platform.SignedFields;

/** Turns forms of opt-out pages into the text in their hidden field and back. */
@Singleton
class OptOutForms {

    private static final String PURPOSE = "opt-out-form/2";
    private static final int HASH_BYTES = 32;
    private static final int BYTES = HASH_BYTES + 8 + 8;

    private final SignedFields fields;

    OptOutForms(SignedFields fields) {
        this.fields = fields;
    }

    String write(OptOutForm form) {
        return fields.write(PURPOSE, ByteBuffer.allocate(BYTES).put(form.person().bytes())
                .putLong(form.openedAt().toEpochMilli()).putLong(form.handedOutAt().toEpochMilli()).array());
    }

    /** The form whose field this is; empty if it is none of ours or another person's. */
    Optional<OptOutForm> read(String field, UnsignedBytes person) {
        return fields.read(PURPOSE, field)
                .map(bytes -> new OptOutForm(hash(bytes),
                        Instant.ofEpochMilli(bytes.getLong()), Instant.ofEpochMilli(bytes.getLong())))
                .filter(form -> form.person().equals(person));
    }

    private static UnsignedBytes hash(ByteBuffer bytes) {
        byte[] hash = new byte[HASH_BYTES];
        bytes.get(hash);
        return new UnsignedBytes(hash);
    }
}
