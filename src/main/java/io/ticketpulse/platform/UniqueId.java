package io.ticketpulse.platform;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;

/** Identifiers of rows: UUID version 7 (RFC 9562), in time order, so that inserts append to the primary key. */
public final class UniqueId {

    private UniqueId() {
    }

    /** A new identifier, greater than all that this process made before. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    /** The sixteen bytes, most significant first, of a {@code BINARY(16)} column. */
    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits())
                .array();
    }

    /** As keys of a statement for many rows. */
    public static List<Object[]> keys(Collection<UUID> ids) {
        return ids.stream().map(id -> new Object[]{bytes(id)}).toList();
    }

    /**
     * Reads what {@link #bytes(UUID)} wrote.
     *
     * @throws java.nio.BufferUnderflowException if there are fewer than sixteen bytes
     */
    public static UUID of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
