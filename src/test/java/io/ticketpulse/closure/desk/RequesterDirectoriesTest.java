package io.ticketpulse.closure.desk;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.StandInDesks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What desks answer by their documentation. REST clients are made when the application is built, so it takes one. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class RequesterDirectoriesTest {

    private static final String ADDRESS = "ada@customer.example";
    /** RFC 7617: of user@desk.example/token:secret and of user@desk.example:secret. */
    private static final String ZENDESK_BASIC = "Basic dXNlckBkZXNrLmV4YW1wbGUvdG9rZW46c2VjcmV0";
    private static final String JIRA_BASIC = "Basic dXNlckBkZXNrLmV4YW1wbGU6c2VjcmV0";

    private final WireMockServer desks = StandInDesks.server();
    private final String desk = UUID.randomUUID().toString();

    @Test
    void zendeskKnowsAPerson() {
        desks.stubFor(get(urlEqualTo("/" + desk + "/api/v2/users/35436.json"))
                .withHeader("Authorization", equalTo(ZENDESK_BASIC))
                .willReturn(okJson(StandInDesks.person("zendesk", ADDRESS))));

        PersonEntry entry = new ZendeskDirectory().at(api("user@desk.example")).find("35436");

        assertThat(entry).isEqualTo(new PersonEntry(ADDRESS, "Ada Example", "de-AT", "Asia/Tokyo"));
    }

    @Test
    void withoutAUserTheTokenIsABearerToken() {
        desks.stubFor(get(urlEqualTo("/" + desk + "/api/v2/users/35436.json"))
                .withHeader("Authorization", equalTo("Bearer secret"))
                .willReturn(okJson(StandInDesks.person("zendesk", ADDRESS))));

        PersonEntry entry = new ZendeskDirectory().at(api(null)).find("35436");

        assertThat(entry.email()).isEqualTo(ADDRESS);
    }

    @Test
    void zendeskKnowsPeopleWithoutAnAddress() {
        desks.stubFor(get(urlEqualTo("/" + desk + "/api/v2/users/35436.json"))
                .willReturn(okJson(StandInDesks.person("zendesk", ADDRESS).replace("\"" + ADDRESS + "\"", "null"))));

        PersonEntry entry = new ZendeskDirectory().at(api(null)).find("35436");

        assertThat(entry).isEqualTo(new PersonEntry(null, "Ada Example", "de-AT", "Asia/Tokyo"));
    }

    @Test
    void somebodyUnknownIsNobody() {
        desks.stubFor(get(urlEqualTo("/" + desk + "/api/v2/users/1.json")).willReturn(notFound()
                .withBody("{\"error\": \"RecordNotFound\", \"description\": \"Not found\"}")));

        PersonEntry entry = new ZendeskDirectory().at(api(null)).find("1");

        assertThat(entry).isEqualTo(PersonEntry.NOBODY);
    }

    @Test
    void jiraCloudKnowsAnAccount() {
        desks.stubFor(get(urlPathEqualTo("/" + desk + "/rest/api/2/user"))
                .withQueryParam("accountId", equalTo("5b10ac8d82e05b22cc7d4ef5"))
                .withQueryParam("key", absent()).withQueryParam("username", absent())
                .withHeader("Authorization", equalTo(JIRA_BASIC))
                .willReturn(okJson(StandInDesks.person("jira-cloud", ADDRESS))));

        PersonEntry entry = new JiraDirectory().at(api("user@desk.example")).find("5b10ac8d82e05b22cc7d4ef5");

        assertThat(entry).isEqualTo(new PersonEntry(ADDRESS, "Ada Example", "en-AU", "Australia/Sydney"));
    }

    @Test
    void jiraCloudKnowsTheCustomerOfAPortal() {
        String account = "qm:a713c8ea-1075-4e30-9d96-891a7d181739:5ad6d3581db05e2a66fa80b";
        desks.stubFor(get(urlPathEqualTo("/" + desk + "/rest/api/2/user")).withQueryParam("accountId", equalTo(account))
                .willReturn(okJson(StandInDesks.person("jira-cloud", ADDRESS))));

        PersonEntry entry = new JiraDirectory().at(api("user@desk.example")).find(account);

        assertThat(entry.email()).isEqualTo(ADDRESS);
    }

    @Test
    void jiraMayHideAnAddress() {
        desks.stubFor(get(urlPathEqualTo("/" + desk + "/rest/api/2/user"))
                .willReturn(okJson(StandInDesks.person("jira-cloud", ""))));

        PersonEntry entry = new JiraDirectory().at(api(null)).find("5b10ac8d82e05b22cc7d4ef5");

        assertThat(entry.email()).isNull();
    }

    @Test
    void jiraDataCenterKnowsAKey() {
        desks.stubFor(get(urlPathEqualTo("/" + desk + "/rest/api/2/user"))
                .withQueryParam("key", equalTo("JIRAUSER10100")).withHeader("Authorization", equalTo("Bearer secret"))
                .willReturn(okJson(StandInDesks.person("jira-data-center", ADDRESS))));

        PersonEntry entry = new JiraDirectory().at(api(null)).find("JIRAUSER10100");

        assertThat(entry).isEqualTo(new PersonEntry(ADDRESS, "Ada Example", "de-DE", "Europe/Berlin"));
    }

    @Test
    void jiraDataCenterKnowsAUserName() {
        desks.stubFor(get(urlPathEqualTo("/" + desk + "/rest/api/2/user")).withQueryParam("key", equalTo("ada"))
                .willReturn(notFound()));
        desks.stubFor(get(urlPathEqualTo("/" + desk + "/rest/api/2/user")).withQueryParam("username", equalTo("ada"))
                .willReturn(okJson(StandInDesks.person("jira-data-center", ADDRESS))));

        PersonEntry entry = new JiraDirectory().at(api(null)).find("ada");

        assertThat(entry.email()).isEqualTo(ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "../users/me", "1/../2", "1?x=y", "1.json", "-1", "0x1", "١",
            "12345678901234567890",
            "1\n", "%31"})
    void aNumberIsAllThatZendeskAndGlpiAreAskedFor(String id) {
        PersonEntry zendesk = new ZendeskDirectory().at(api(null)).find(id);
        PersonEntry glpi = new GlpiDirectory(Clock.systemUTC()).at(api(null)).find(id);

        assertThat(List.of(zendesk, glpi)).containsOnly(PersonEntry.NOBODY);
        desks.verify(0, anyRequestedFor(urlPathMatching("/" + desk + ".*")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ada&key=admin", "a?b", "a/../b", "a#b", "{a}", "%61", "a\nb", "a\u0000b",
            "<ada>"})
    void jiraIsAskedForNothingStrange(String id) {
        PersonEntry entry = new JiraDirectory().at(api(null)).find(id);

        assertThat(entry).isEqualTo(PersonEntry.NOBODY);
        desks.verify(0, anyRequestedFor(urlPathMatching("/" + desk + ".*")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada.lovelace@desk.example", "ada_1", "ada-2", "Åda"})
    void jiraIsAskedForTheUsualNames(String id) {
        desks.stubFor(get(urlPathEqualTo("/" + desk + "/rest/api/2/user")).withQueryParam("key", equalTo(id))
                .willReturn(okJson(StandInDesks.person("jira-data-center", ADDRESS))));

        PersonEntry entry = new JiraDirectory().at(api(null)).find(id);

        assertThat(entry.email()).isEqualTo(ADDRESS);
    }

    private DeskApi api(String user) {
        return new DeskApi(URI.create(StandInDesks.url(desk)), user, "secret", null);
    }
}
