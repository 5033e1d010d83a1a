package io.ticketpulse.closure.desk;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/**
 * The users of GLPI 11, whose webhooks name requesters by identifier only.
 * <p>
 * By GLPI's API documentation and source ({@code resources/api_doc.MD}, {@code AdministrationController},
 * {@code OAuthRequestMiddleware}, {@code Router} of glpi-project/glpi): the API knows OAuth 2.0 only, and no grant without a
 * user; the password grant gives access tokens that expire after an hour, and needs the scope {@code api}. A token that
 * has expired is answered with 400. Of {@code emails} one is the default; the user has neither a language nor a zone here.
 * A user whom the profile of ours may not see is a 404 like one who does not exist.
 */
@Singleton
final class GlpiDirectory implements RequesterDirectory {

    private static final Set<Integer> TOKEN_REFUSED = Set.of(400, 401);
    /** What has failed is likely to fail again, and slow failures would hold up whoever asks next. */
    private static final Duration FAILURE_LASTS = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final Clock clock;

    GlpiDirectory(Clock clock) {
        this.clock = clock;
    }

    /** The requests. */
    @Path("/api.php")
    interface Api {

        @POST
        @Path("/token")
        InputStream token(@FormParam("grant_type") String grant, @FormParam("client_id") String client,
                @FormParam("client_secret") String secret, @FormParam("username") String user,
                @FormParam("password") String password, @FormParam("scope") String scope);

        @GET
        @Path("/v2.0/Administration/User/{id}")
        InputStream user(@HeaderParam("Authorization") String authorization, @PathParam("id") String id);
    }

    @Override
    public String kind() {
        return "glpi";
    }

    @Override
    public People at(DeskApi desk) {
        if (desk.client().isPresent() != desk.user().isPresent()) {
            throw new IllegalArgumentException(
                    "GLPI wants either client-id, client-secret, user and the password of that"
                            + " user as token, or an access token and nothing else");
        }
        return new Users(desk, clock);
    }

    private static final class Users implements People {

        private final DeskApi desk;
        private final Api api;
        private final Clock clock;
        private final ReentrantLock loggingIn = new ReentrantLock();
        private volatile String accessToken;
        private LookUpFailedException failure;
        private Instant failedAt;

        Users(DeskApi desk, Clock clock) {
            this.desk = desk;
            this.api = desk.client(Api.class);
            this.clock = clock;
        }

        @Override
        public PersonEntry find(String id) {
            if (!DeskApi.isNumber(id)) {
                return PersonEntry.NOBODY;
            }
            String token = accessToken == null ? renewed(null) : accessToken;
            Optional<Payload> answer;
            try {
                answer = user(token, id);
            } catch (LookUpFailedException refused) {
                if (desk.client().isEmpty() || !TOKEN_REFUSED.contains(refused.status())) {
                    throw refused;
                }
                answer = user(renewed(token), id);
            }
            return answer.map(Users::entry).orElse(PersonEntry.NOBODY);
        }

        private Optional<Payload> user(String token, String id) {
            return DeskApi.ask(() -> api.user(DeskApi.bearer(token), id));
        }

        /** One of several threads that are refused at once logs in for all, and fails for all. */
        private String renewed(String refused) {
            lock();
            try {
                if (Objects.equals(accessToken, refused)) {
                    accessToken = desk.client().map(this::logIn).orElse(desk.token());
                }
                return accessToken;
            } finally {
                loggingIn.unlock();
            }
        }

        private void lock() {
            try {
                if (!loggingIn.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new LookUpFailedException("Another log-in takes too long.");
                }
            } catch (InterruptedException timeout) {
                Thread.currentThread().interrupt();
                throw new LookUpFailedException("Another log-in took too long.");
            }
        }

        private String logIn(DeskApi.OAuthClient client) {
            if (failure != null && clock.instant().isBefore(failedAt.plus(FAILURE_LASTS))) {
                throw failure;
            }
            try {
                failure = null;
                return fetch(client);
            } catch (LookUpFailedException failed) {
                failure = failed;
                failedAt = clock.instant();
                throw failed;
            }
        }

        private String fetch(DeskApi.OAuthClient client) {
            return DeskApi.ask(() -> api.token("password", client.id(), client.secret(), desk.user().orElseThrow(),
                    desk.token(), "api")).map(answer -> answer.text("access_token"))
                    .orElseThrow(() -> new LookUpFailedException("It gave no access token."));
        }

        private static PersonEntry entry(Payload user) {
            Payload address = user.list("emails").stream()
                    .filter(email -> Boolean.TRUE.equals(email.flag("is_default"))).findFirst()
                    .orElse(user.at("emails.0"));
            String name = Stream.of(user.text("firstname"), user.text("realname")).filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            return new PersonEntry(address.text("email"), name.isEmpty() ? user.text("username") : name, null, null);
        }
    }
}
