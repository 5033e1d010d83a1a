package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import io.quarkus.mailer.Mail;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.servers.DebianPackages;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SpamAssassin, as Debian brings it and without asking anybody on the Internet, holds against our mails. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class SpamAssassinTest {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "ja",
            "zh",
            "ar");
    private static final Set<String> NO_FAULT_OF_OURS = Set.of(
            // The mail has HTML.
            "HTML_MESSAGE",
            // Where letters have no case, the Latin ones in a subject are those of the desk's ticket number.
            "ja SUBJ_ALL_CAPS", "zh SUBJ_ALL_CAPS", "ar SUBJ_ALL_CAPS");
    /** One of "Content analysis details", e.g. {@code  1.2 MISSING_HEADERS        Missing To: header}. */
    private static final Pattern FINDING = Pattern.compile("^ ?(-?\\d+\\.\\d) ([A-Z][A-Z0-9_]+) ", Pattern.MULTILINE);
    /** What the server of the recipient writes on top of what it takes from a well-kept server of the operator. */
    private static final String RECEIVED = """
            Received: from mail.example.com (mail.example.com [93.184.215.14])\r
            \tby mx.example.org (Postfix) with ESMTPS id 4XyZ12345\r
            \tfor <%s>; %s\r
            """;

    @Inject
    MailOffice office;

    @Test
    void findsNothingThatWeCanInfluence(@TempDir Path folder) throws Exception {
        Path program = DebianPackages.require("spamassassin");
        Map<String, String> brand = Map.of("name", "Müller & Söhne", "logo", "src/test/resources/brand/logo.png",
                "footer", "Müller & Söhne GmbH, Hauptstraße 1, 50667 Köln");
        List<MailWriter> writers = List.of(office.secureWriter(Map.of()), office.secureWriter(brand));
        List<Path> mails = new ArrayList<>();
        for (int language = 0; language < LANGUAGES.size(); language++) {
            for (Scale scale : Scale.values()) {
                // Any two of language, scale, brand and kind of mail meet in some mail; all in every way would take four times as long.
                MailWriter writer = writers.get((language + scale.ordinal()) % 2);
                InvitedCustomer customer = MailSamples.of(scale, Locale.forLanguageTag(LANGUAGES.get(language)));
                mails.add(delivered(folder, (scale.ordinal() + language / 2) % 2 == 0
                        ? writer.invitation(customer, MailOffice.someAddress())
                        : writer.reminder(customer, MailOffice.someAddress())));
            }
        }

        String reports = run(program, mails, folder.resolve("reports"));

        List<String> each = List.of(reports.split("(?m)^X-Spam-Checker-Version: ")).stream().skip(1).toList();
        assertThat(each).hasSize(mails.size());
        assertThat(each).allSatisfy(report -> assertThat(faults(report)).isSubsetOf(NO_FAULT_OF_OURS));
    }

    /** The rules that counted against a mail; with its language where only some languages are excused. */
    private static Set<String> faults(String report) {
        assertThat(report).contains("Content analysis details:");
        String language = report.lines().filter(line -> line.startsWith("Content-Language: ")).findFirst().orElseThrow()
                .substring("Content-Language: ".length());
        return FINDING.matcher(report).results().filter(finding -> !finding.group(1).startsWith("-"))
                .map(finding -> finding.group(2))
                .map(rule -> NO_FAULT_OF_OURS.contains(rule) ? rule : language + " " + rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Path delivered(Path folder, Mail mail) throws IOException {
        String text = office.sent(mail).text();
        String date = text.lines().filter(line -> line.startsWith("Date: ")).findFirst().orElseThrow().substring(6);
        return Files.writeString(folder.resolve(mail.getTo().get(0)),
                RECEIVED.formatted(mail.getTo().get(0), date) + text, StandardCharsets.ISO_8859_1);
    }

    private String run(Path program, List<Path> mails, Path out)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--local", "--test-mode", "--nocreate-prefs",
                "--prefspath=/dev/null", "--cf=use_bayes 0", "--cf=report_safe 0"));
        mails.forEach(mail -> command.add(mail.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return Files.readString(out, StandardCharsets.ISO_8859_1);
    }
}
