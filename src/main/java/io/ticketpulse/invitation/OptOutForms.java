package io.ticketpulse.invitation;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.ticketpulse.platform.SignedFields;
import io.ticketpulse.platform.UniqueId;

/** Turns forms of opt-out pages into the text in their hidden field and back. */
@Singleton
class OptOutForms {

    private static final String PURPOSE = "opt-out-form/1";
    private static final int BYTES = 16 + 8 + 8;

    private final SignedFields fields;

    OptOutForms(SignedFields fields) {
        this.fields = fields;
    }

    String write(OptOutForm form) {
        return fields.write(PURPOSE, ByteBuffer.allocate(BYTES).put(UniqueId.bytes(form.invitation()))
                .putLong(form.openedAt().toEpochMilli()).putLong(form.handedOutAt().toEpochMilli()).array());
    }

    /** The form whose field this is; empty if it is none of ours or another invitation's. */
    Optional<OptOutForm> read(String field, UUID invitation) {
        return fields.read(PURPOSE, field)
                .map(bytes -> new OptOutForm(new UUID(bytes.getLong(), bytes.getLong()),
                        Instant.ofEpochMilli(bytes.getLong()), Instant.ofEpochMilli(bytes.getLong())))
                .filter(form -> form.invitation().equals(invitation));
    }
}
