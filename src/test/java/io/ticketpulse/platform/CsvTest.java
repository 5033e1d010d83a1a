package io.ticketpulse.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void cellsAreQuotedWhereTheyMustBe() {
        assertThat(Csv.write(List.of("a", "b"), List.of(Arrays.asList("one, \"two\"\nthree", null)), row -> row))
                .isEqualTo("a,b\r\n\"one, \"\"two\"\"\nthree\",\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"})
    void aTextIsNoFormula(String text) {
        assertThat(cell(text)).isEqualTo("'" + text);
    }

    @Test
    void aNegativeNumberStaysOne() {
        assertThat(Csv.write(List.of("nps"), List.of(-12.5), List::of)).isEqualTo("nps\r\n-12.5\r\n");
    }

    @Property
    void noCellEverStartsAFormula(@ForAll String text) {
        assertThat(cell(text)).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("-").doesNotStartWith("@");
    }

    private static String cell(String text) {
        try (CSVParser parser = CSVParser.parse(Csv.write(List.of("text"), List.of(text), List::of),
                CSVFormat.RFC4180)) {
            return parser.getRecords().get(1).get(0);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
