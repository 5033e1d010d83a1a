package io.ticketpulse.closure.desk;

import java.io.InputStream;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/**
 * The users of Zendesk, for deliveries of events, which have {@code requester_id} only.
 * <p>
 * By Zendesk's documentation (developer.zendesk.com, Ticketing API, "Users", "Show User", and "Security and
 * authentication"): {@code email} is the primary address, null for a user without one; {@code locale} is a BCP 47 tag;
 * {@code iana_time_zone} is the zone, {@code time_zone} a name of Rails. An API token is sent by HTTP basic with
 * {@code /token} after the user, an OAuth token as a bearer token. An unknown user is a 404. Identifiers are
 * whole numbers of 64 bits.
 */
@Singleton
final class ZendeskDirectory implements RequesterDirectory {

    private static final String TOKEN_MARK = "/token";

    /** The requests. */
    @Path("/api/v2/users")
    interface Users {

        @GET
        @Path("/{id}.json")
        InputStream show(@HeaderParam("Authorization") String authorization, @PathParam("id") String id);
    }

    @Override
    public String kind() {
        return "zendesk";
    }

    @Override
    public People at(DeskApi desk) {
        Users users = desk.client(Users.class);
        String authorization = desk.user()
                .map(user -> DeskApi.basic(user.endsWith(TOKEN_MARK) ? user : user + TOKEN_MARK, desk.token()))
                .orElseGet(desk::authorization);
        return id -> find(users, authorization, id).map(answer -> answer.at("user"))
                .map(user -> new PersonEntry(user.text("email"), user.text("name"),
                        DeskLanguage.tag(user.text("locale")),
                        user.text("iana_time_zone")))
                .orElse(PersonEntry.NOBODY);
    }

    private static Optional<Payload> find(Users users, String authorization, String id) {
        return DeskApi.isNumber(id) ? DeskApi.ask(() -> users.show(authorization, id)) : Optional.empty();
    }
}
