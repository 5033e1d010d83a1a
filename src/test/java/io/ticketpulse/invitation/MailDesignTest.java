package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.mailer.Mail;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.platform.Texts;
import io.ticketpulse.servers.JobsByHand;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What mail programs ask of HTML: layout by tables, everything inside the mail, light and dark. The pages stay in
 * {@code target/mails} to be looked at.
 */
@QuarkusTest
@TestProfile(JobsByHand.class)
class MailDesignTest {

    private static final Path FOLDER = Path.of("target", "mails");

    @Inject
    MailOffice office;

    @Inject
    Texts texts;

    static List<Arguments> mails() {
        return Stream.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "ja", "zh", "ar")
                .flatMap(language -> Stream.of(Scale.values())
                        .map(scale -> Arguments.of(language, scale)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void everythingIsInsideAndLaidOutByTables(String language, Scale scale) throws IOException {
        Mail mail = invitation(language, scale, Map.of());

        Document html = keep(language + "-" + scale.wireName(), mail);
        assertThat(html.select("script, link, iframe, form, object, video, svg, img, [background]")).isEmpty();
        assertThat(mail.getHtml()).doesNotContain("url(", "@import", "@font-face", "http://www");
        assertThat(html.select("table")).allSatisfy(
                table -> assertThat(table.attr("role")).isEqualTo("presentation"));
        assertThat(html.select("a[href]"))
                .allSatisfy(link -> assertThat(link.attr("href")).startsWith("https://feedback.example.com/"));
        assertThat(html.select("h1")).hasSize(1);
        assertThat(html.select("[style*=position:], [style*=display:flex], [style*=display:grid]")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void theLanguageAndItsDirectionAreSaidWhereMailProgramsKeepThem(String language, Scale scale) {
        Document html = Jsoup.parse(invitation(language, scale, Map.of()).getHtml());

        String direction = language.equals("ar") ? "rtl" : "ltr";
        assertThat(html.select("html").attr("lang") + html.select("html").attr("dir")).isEqualTo(language + direction);
        // Web mail drops html and body.
        assertThat(html.select("body > table").attr("lang")).isEqualTo(language);
        assertThat(html.select("table[dir]").eachAttr("dir")).containsOnly(direction);
    }

    @ParameterizedTest
    @MethodSource("mails")
    void everyValueIsAButtonWithAName(String language, Scale scale) {
        Document html = Jsoup.parse(invitation(language, scale, Map.of()).getHtml());

        assertThat(html.select("td.button[style^=background-color] > a[href*=score]"))
                .hasSize(scale.max() - scale.min() + 1)
                .allSatisfy(button -> assertThat(button.ownText()).isNotBlank())
                .allSatisfy(button -> assertThat(button.ownText() + ": ").satisfiesAnyOf(
                        // A screen reader says what stands there (WCAG 2.2, success criterion 2.5.3), or more.
                        face -> assertThat(button.hasAttr("aria-label")).isFalse(),
                        face -> assertThat(button.attr("aria-label")).startsWith(face)));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void theTextPartIsText(String language, Scale scale) {
        Mail mail = invitation(language, scale, Map.of("footer", "Acme AG, Hauptstraße 1, 10115 Berlin"));

        Document html = Jsoup.parse(mail.getHtml());
        assertThat(mail.getText()).doesNotContain("<", "&lt;", "&amp;", "&quot;", "null");
        assertThat(mail.getText().lines()).allSatisfy(line -> assertThat(line).matches(
                "(https://\\S+)|.{0," + PlainText.WIDTH + "}"));
        assertThat(mail.getText().lines().filter(line -> line.startsWith("https://")))
                .containsExactlyInAnyOrderElementsOf(html.select("a").eachAttr("href"));
        assertThat(mail.getText()).contains("\n-- \nTicketPulse\nAcme AG, Hauptstraße 1, 10115 Berlin\n");
    }

    @ParameterizedTest
    @MethodSource("mails")
    void theReminderSaysThatItIsOneInEveryLanguage(String language, Scale scale) {
        Mail mail = office.secureWriter(Map.of()).reminder(MailSamples.of(scale, Locale.forLanguageTag(language)),
                "ada@example.org");

        String intro = texts.in(Locale.forLanguageTag(language)).say("mail.reminder.intro");
        assertThat(Jsoup.parse(mail.getHtml()).text()).contains(intro);
        assertThat(mail.getText().replaceAll("\\s", "")).contains(intro.replaceAll("\\s", ""));
    }

    @Test
    void nightIsThoughtOfInAppleMailAndOutlook() {
        Document html = Jsoup.parse(invitation("en", Scale.NPS, Map.of()).getHtml());

        assertThat(html.select("meta[name=color-scheme]").attr("content")).isEqualTo("light dark");
        assertThat(html.select("style").eachText()).isEmpty();
        assertThat(html.select("style").get(0).data()).contains("prefers-color-scheme: dark");
        // In a sheet of its own: Gmail drops the whole sheet in which it meets a selector that it does not know.
        assertThat(html.select("style").get(1).data()).contains("[data-ogsc]", "[data-ogsb]").doesNotContain("@media");
    }

    @ParameterizedTest
    @CsvSource({"#ffd400, #000000, #757c8a", "#8b0000, #ffffff, #8b0000", "#FFFFFF, #000000, #757c8a"})
    void buttonsCanBeReadInEveryColour(String colour, String text, String edge) throws IOException {
        Mail mail = invitation("en", Scale.CES, Map.of("colour", colour, "name", "Acme", "footer", "Acme AG\nBerlin"));

        Document html = keep("colour-" + colour.substring(1), mail);
        assertThat(html.select(".button").eachAttr("style")).allSatisfy(style -> assertThat(style).startsWith(
                "background-color:" + colour.toLowerCase(Locale.ROOT) + ";border:1px solid " + edge));
        assertThat(html.select(".button a").eachAttr("style"))
                .allSatisfy(style -> assertThat(style).endsWith("color:" + text + ";"));
    }

    @Test
    void theBrandIsNamedAndSigned() throws IOException {
        Mail mail = invitation("en", Scale.STARS, Map.of("name", "Acme & <Söhne>",
                "logo", "src/test/resources/brand/logo.png", "footer", "Acme AG\nHauptstraße 1"));

        Document html = keep("logo", mail);
        assertThat(html.select("img")).hasSize(1);
        assertThat(html.select("img").attr("src")).isEqualTo("cid:logo@ticketpulse");
        assertThat(html.select("img").attr("alt")).isEqualTo("Acme & <Söhne>");
        assertThat(html.select("img").attr("width") + "x" + html.select("img").attr("height")).isEqualTo("160x40");
        assertThat(html.text()).contains("Acme & <Söhne> Acme AG Hauptstraße 1");
    }

    private Mail invitation(String language, Scale scale, Map<String, String> brand) {
        return office.secureWriter(brand).invitation(MailSamples.of(scale, Locale.forLanguageTag(language)),
                "ada@example.org");
    }

    private static Document keep(String name, Mail mail) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name + ".html"), mail.getHtml());
        Files.writeString(FOLDER.resolve(name + ".txt"), mail.getText());
        return Jsoup.parse(mail.getHtml());
    }
}
