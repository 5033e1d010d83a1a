package io.ticketpulse.closure.desk;

import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/**
 * The users of Jira, for deliveries whose reporter has no address.
 * <p>
 * By Atlassian's documentation (Jira Cloud platform REST API v2 and Jira Data Center REST API, "Get user"): Cloud knows
 * users by {@code accountId}, Data Center by {@code key} and by {@code username}. {@code emailAddress} and
 * {@code timeZone} are left out or empty where the user's privacy settings hide them from us; {@code locale} is written
 * like {@code en_US}. Cloud takes an API token by HTTP basic with the address of its owner, Data Center a personal access
 * token as a bearer token. An unknown user is a 404.
 */
@Singleton
final class JiraDirectory implements RequesterDirectory {

    /**
     * Identifiers of accounts as they are seen; Atlassian calls them opaque. Among them are those of the customers of a
     * portal ({@code qm:…}). Keys of Data Center look like {@code JIRAUSER10100}, or like the name of the user.
     */
    private static final Pattern ACCOUNT = Pattern.compile("\\p{XDigit}{24}|[^:]+:.+");

    /** Neither a blank nor what has a meaning in an address. */
    private static final Pattern SANE = Pattern.compile("[\\p{L}\\p{N}._@:-]{1,200}");

    /** The requests: each names one of the parameters. */
    @Path("/rest/api/2/user")
    interface Users {

        @GET
        InputStream get(@HeaderParam("Authorization") String authorization, @QueryParam("accountId") String accountId,
                @QueryParam("key") String key, @QueryParam("username") String username);
    }

    @Override
    public String kind() {
        return "jira";
    }

    @Override
    public People at(DeskApi desk) {
        Users users = desk.client(Users.class);
        String authorization = desk.authorization();
        return id -> find(users, authorization, id)
                .map(user -> new PersonEntry(user.text("emailAddress"), user.text("displayName"),
                        DeskLanguage.tag(user.text("locale")), user.text("timeZone")))
                .orElse(PersonEntry.NOBODY);
    }

    private static Optional<Payload> find(Users users, String authorization, String id) {
        if (!SANE.matcher(id).matches()) {
            return Optional.empty();
        }
        return ACCOUNT.matcher(id).matches()
                ? DeskApi.ask(() -> users.get(authorization, id, null, null))
                : DeskApi.ask(() -> users.get(authorization, null, id, null))
                        .or(() -> DeskApi.ask(() -> users.get(authorization, null, null, id)));
    }
}
