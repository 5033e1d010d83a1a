package io.ticketpulse.closure.desk;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;

/**
 * The REST API of one desk: where it is, and who we are there. It follows no redirect, so that nobody else gets to see
 * the token.
 */
public final class DeskApi {

    private static final int CONNECT_TIMEOUT_SECONDS = 2;
    private static final int READ_TIMEOUT_SECONDS = 5;
    /** A person is described in a few thousand bytes. */
    private static final int LARGEST_ANSWER = 256 * 1024;
    private static final int NOT_FOUND = 404;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,19}");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private final URI url;
    private final String user;
    private final String token;
    private final OAuthClient client;

    /** A client of OAuth 2.0 (RFC 6749, section 2.3.1). */
    public record OAuthClient(String id, String secret) {

        @Override
        public String toString() {
            return "OAuthClient";
        }
    }

    /**
     * Takes over settings.
     *
     * @param user   null: the token is sent as a bearer token
     * @param token  an API token; with a client the password of the user
     * @param client null where the token is all it takes
     */
    public DeskApi(URI url, String user, String token, OAuthClient client) {
        this.url = url;
        this.user = user;
        this.token = token;
        this.client = client;
    }

    /** Whether the token goes over a network where others can read it. */
    public boolean isOverheard() {
        return !"https".equals(url.getScheme()) && !LOOPBACK.matcher(url.getHost()).matches();
    }

    /** Whether an identifier that came in a delivery is the number of a row, and may be put into a path. */
    static boolean isNumber(String id) {
        return NUMBER.matcher(id).matches();
    }

    Optional<String> user() {
        return Optional.ofNullable(user);
    }

    String token() {
        return token;
    }

    Optional<OAuthClient> client() {
        return Optional.ofNullable(client);
    }

    /** A bearer token (RFC 6750, section 2.1), or user and token by HTTP basic (RFC 7617) where there is a user. */
    String authorization() {
        return user == null ? bearer(token) : basic(user, token);
    }

    static String bearer(String token) {
        return "Bearer " + token;
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** A client for requests of this kind. */
    <T> T client(Class<T> requests) {
        return QuarkusRestClientBuilder.newBuilder().baseUri(url).followRedirects(false)
                .connectTimeout(CONNECT_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(READ_TIMEOUT_SECONDS, TimeUnit.SECONDS).build(requests);
    }

    /**
     * Sends a request that is answered with a JSON object.
     *
     * @return the answer; nothing if there is no such thing (404)
     * @throws LookUpFailedException if it was answered in any other way, or not at all
     */
    static Optional<Payload> ask(Supplier<InputStream> request) {
        try (InputStream answer = request.get()) {
            byte[] json = answer.readNBytes(LARGEST_ANSWER + 1);
            if (json.length > LARGEST_ANSWER) {
                throw new LookUpFailedException("Its answer is too large.");
            }
            return Optional.of(Payload.parse(json));
        } catch (WebApplicationException refused) {
            try (Response response = refused.getResponse()) {
                if (response.getStatus() == NOT_FOUND) {
                    return Optional.empty();
                }
                throw new LookUpFailedException(response.getStatus(), retryAfter(response));
            }
        } catch (ProcessingException | IOException silent) {
            throw new LookUpFailedException("It did not answer.");
        } catch (NotUnderstoodException strange) {
            throw new LookUpFailedException("Its answer is no JSON object.");
        }
    }

    /** The number of seconds in {@code Retry-After} (RFC 9110, section 10.2.3); null if there is none, or a date. */
    private static Duration retryAfter(Response response) {
        String value = response.getHeaderString("Retry-After");
        return value != null && value.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(value)) : null;
    }
}
