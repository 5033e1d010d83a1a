package io.ticketpulse.invitation;

import static io.restassured.RestAssured.given;
import static io.ticketpulse.servers.RealServers.ADMIN_PASSWORD;
import static io.ticketpulse.servers.RealServers.READER_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.UniqueId;
import io.ticketpulse.servers.CapturedLog;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Staff opt people out by API. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class StaffOptOutResourceTest {

    private static final String OUT = "/api/v1/people/opt-outs";
    private static final String IN = "/api/v1/people/opt-ins";
    private static final String REASON = "Asked us on the telephone";

    @Inject
    OptOuts optOuts;

    @Inject
    People people;

    @Inject
    Transactions transactions;

    @Test
    void aPersonIsNotAskedAnyMore() {
        Customer customer = Customer.closed("incident", Instant.now());

        Response done = send(OUT, customer.email().toUpperCase(Locale.ROOT));

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.jsonPath().getMap("")).isEqualTo(Map.of("optedOut", true, "changed", true));
        assertThat(optOuts.hasOptedOut(customer.person())).isTrue();
        assertThat(customer.invitation().reason()).isEqualTo("OPTED_OUT");
    }

    @Test
    void whomNobodyHasHeardOfIsNotAskedEither() {
        String email = somebody();

        send(OUT, email);

        assertThat(Ledger.of(closed(email).ticketId())).allMatch(decision -> decision.contains("OPTED_OUT"));
    }

    @Test
    void whoIsOptedInAgainIsAskedAgain() {
        String email = somebody();
        send(OUT, email);

        send(IN, email);

        assertThat(closed(email).invitation().state()).isEqualTo("PENDING");
    }

    @Test
    void anotherTimeChangesNothing() {
        String email = somebody();
        send(OUT, email);

        Response again = send(OUT, email);

        assertThat(again.jsonPath().getMap("")).isEqualTo(Map.of("optedOut", true, "changed", false));
        assertThat(history(email)).hasSize(1);
    }

    @Test
    void nothingIsKeptOfWhomNobodyHasHeardOfAndMayBeAsked() {
        String email = somebody();

        Response done = send(IN, email);

        assertThat(done.jsonPath().getMap("")).isEqualTo(Map.of("optedOut", false, "changed", false));
        assertThat(transactions.<Boolean>inNew(connection -> people
                .find(connection, EmailAddress.of(email).orElseThrow()).isPresent())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"500,200", "501,400"})
    void aReasonHasFiveHundredCharactersOfAnyScript(int characters, int status) {
        Response done = given().auth().preemptive().basic("admin", ADMIN_PASSWORD).contentType("application/json")
                .body(Map.of("email", somebody(), "reason", "\uD83D\uDC4D".repeat(characters))).post(OUT);

        assertThat(done.statusCode()).isEqualTo(status);
    }

    @Test
    void whoSaidSoAndWhyIsKept() {
        String email = somebody();
        send(OUT, email);

        send(IN, email);

        assertThat(history(email)).containsExactly("true " + REASON + " admin", "false " + REASON + " admin");
    }

    @Test
    void whatPeopleDoThemselvesIsKeptToo() {
        Customer customer = Customer.closed("incident", Instant.now());

        optOuts.optOut(customer.person());

        assertThat(history(customer.email())).containsExactly("true null null");
    }

    @Test
    void theAddressIsNotLogged() {
        String email = somebody();

        try (CapturedLog log = new CapturedLog()) {
            send(OUT, email);
            send(OUT, email + "@");

            assertThat(log.lines()).noneMatch(line -> line.contains(email));
        }
    }

    @Test
    void aReaderOptsNobodyOut() {
        Response refused = given().auth().preemptive().basic("reader", READER_PASSWORD)
                .contentType("application/json").body(Map.of("email", somebody(), "reason", REASON)).post(OUT);

        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}", "{\"email\": \"ann@example.com\"}",
            "{\"email\": \"ann@example.com\", \"reason\": \" \"}", "{\"email\": \"ann\", \"reason\": \"x\"}", "null",
            "{"})
    void whatIsMissingOrWrongIsRefused(String body) {
        Response refused = given().auth().preemptive().basic("admin", ADMIN_PASSWORD).contentType("application/json")
                .body(body).post(OUT);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).doesNotContain("ann@example.com");
    }

    private static String somebody() {
        return UUID.randomUUID() + "@example.org";
    }

    private static Customer closed(String email) {
        return Customer.closed(new Customer(email, UUID.randomUUID().toString()), "incident", Instant.now(), "");
    }

    private static Response send(String route, String email) {
        return given().auth().preemptive().basic("admin", ADMIN_PASSWORD).contentType("application/json")
                .body(Map.of("email", email, "reason", REASON)).post(route);
    }

    private List<String> history(String email) {
        return read("SELECT opted_out, reason, changed_by FROM opt_out_change WHERE person_id = ? ORDER BY id", email,
                row -> row.getBoolean(1) + " " + row.getString(2) + " " + row.getString(3));
    }

    private <T> List<T> read(String sql, String email, Batch.Reader<T> reader) {
        UUID person = transactions
                .inNew(connection -> people.known(connection, EmailAddress.of(email).orElseThrow()));
        try (Connection database = RealServers.database(); PreparedStatement query = database.prepareStatement(sql)) {
            query.setBytes(1, UniqueId.bytes(person));
            return Batch.read(query, reader);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
