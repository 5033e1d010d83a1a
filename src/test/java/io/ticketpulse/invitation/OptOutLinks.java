package io.ticketpulse.invitation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.arc.Unremovable;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.SignedFields;
import io.ticketpulse.platform.UniqueId;
import io.ticketpulse.servers.RealServers;

/** The links {@code /u/{token}} at the bottom of mails, for tests of other rooms. */
@Singleton
@Unremovable
public class OptOutLinks {

    private final SignedFields fields;

    OptOutLinks(SignedFields fields) {
        this.fields = fields;
    }

    public String of(UUID invitation) {
        return "/u/" + fields.write("opt-out-link/1", person(invitation).bytes());
    }

    /** Who got an invitation. */
    static UnsignedBytes person(UUID invitation) {
        try (Connection database = RealServers.database();
                PreparedStatement query = database.prepareStatement(
                        """
                                SELECT address_hash FROM person WHERE id = (SELECT person_id FROM invitation WHERE id = ?)""")) {
            query.setBytes(1, UniqueId.bytes(invitation));
            return new UnsignedBytes(Batch.read(query, row -> row.getBytes(1)).get(0));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
