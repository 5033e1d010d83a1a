package io.ticketpulse.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes lists as CSV (RFC 4180) with a header line. Null is an empty cell. */
public final class Csv {

    public static final String MEDIA_TYPE = "text/csv";

    /** What makes a spreadsheet take a text for a formula (OWASP, "CSV Injection"). */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private Csv() {
    }

    /**
     * The rows as CSV. A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers, which
     * may begin with a minus, do not.
     *
     * @param columns the header line
     * @param cells   the cells of a row, as many as there are columns
     */
    public static <T> String write(List<String> columns, List<T> rows, Function<T, List<?>> cells) {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
            printer.printRecord(columns);
            for (T row : rows) {
                printer.printRecord(cells.apply(row).stream().map(Csv::defused));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return csv.toString();
    }

    /** An answer with CSV; where the next page is stands in the Link header (RFC 8288). */
    public static Response page(String csv, Page<?> page, UriInfo uri) {
        Response.ResponseBuilder answer = Response.ok(csv, MEDIA_TYPE + ";charset=UTF-8");
        if (page.next() != null) {
            answer.link(uri.getRequestUriBuilder().replaceQueryParam("cursor", page.next()).build(), "next");
        }
        return answer.build();
    }

    private static Object defused(Object cell) {
        return cell instanceof String text && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : cell;
    }
}
