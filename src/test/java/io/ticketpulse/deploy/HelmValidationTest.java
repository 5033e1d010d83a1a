package io.ticketpulse.deploy;

import static io.ticketpulse.deploy.Chart.REQUIRED;
import static io.ticketpulse.deploy.Chart.REQUIRED_WITH_EXISTING_SECRET;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong values are refused before anything is installed, with a sentence that says what to set. */
class HelmValidationTest {

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThatThrownBy(() -> Chart.render("{}")).hasMessageContainingAll("Set image.repository to ",
                "Set publicUrl to ", "Set database.jdbcUrl to ", "Set database.username to ",
                "Set kafka.bootstrapServers to ", "Set mail.host to ", "Set mail.from to ",
                "Set secrets.databasePassword, or secrets.existingSecret to ", "Set secrets.tokenSecrets to ");
    }

    @Test
    void saysHowToMakeTokenSecrets() {
        assertThatThrownBy(() -> Chart.render(REQUIRED.replaceFirst("tokenSecrets: .*", ""))).hasMessageContaining(
                "Set secrets.tokenSecrets to a list with one random text of at least 32 characters "
                        + "(openssl rand -hex 32), or secrets.existingSecret to a Secret with TICKETPULSE_TOKEN_SECRETS.");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
            "mail: {username: mailer} | Set secrets.mailPassword: mail.username is set.",
            "users: {ada: admin} | Set secrets.userPasswords.ada: users.ada is set.",
            "secrets: {userPasswords: {ada: x}} | Set users.ada to reader or admin: secrets.userPasswords.ada is set.",
            "secrets: {tokenSecrets: ['a,b and 32 characters or even more']} | Use only letters, digits and -_+/=",
            "env: {KAFKA_BOOTSTRAP_SERVERS: other} | Remove env.KAFKA_BOOTSTRAP_SERVERS: the chart has a value for it.",
            "env: {TICKETPULSE_USERS_ADA_PASSWORD: x} | Move env.TICKETPULSE_USERS_ADA_PASSWORD to secrets.env",
            "config: ticketpulse.desks.acme-jira.secrets = s3 | Write a reference for ticketpulse.desks.acme-jira.secrets",
            "config: ticketpulse.desks.acme.look-up.token = t | Write a reference for ticketpulse.desks.acme.look-up.token"})
    void refusesWhatContradicts(String values, String sentence) {
        assertThatThrownBy(() -> Chart.render(REQUIRED, values)).hasMessageContaining(sentence);
    }

    @Test
    void refusesTwoPlacesForSecrets() {
        assertThatThrownBy(() -> Chart.render(REQUIRED_WITH_EXISTING_SECRET, "secrets: {mailPassword: x}"))
                .hasMessageContaining("Set either secrets.existingSecret or secrets.mailPassword");
    }

    @ParameterizedTest
    @ValueSource(strings = {"replica: 3", "database: {password: x}", "secrets: {token: x}", "users: {ada: owner}",
            "users: {ada-l: admin}", "env: {lower: x}", "env: {TICKETPULSE_MAIL_PER_SECOND: 5}",
            "secrets: {tokenSecrets: [short]}", "publicUrl: feedback.example.com",
            "database: {jdbcUrl: \"jdbc:postgresql://db/x\"}", "mail: {startTls: MAYBE}", "texts: {language: de_AT}",
            "replicas: -1"})
    void schemaRefusesUnknownNamesAndWrongValues(String values) {
        assertThatThrownBy(() -> Chart.render(REQUIRED, values))
                .hasMessageContaining("values don't meet the specifications of the schema");
    }
}
