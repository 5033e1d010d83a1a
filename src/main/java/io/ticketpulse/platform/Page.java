package io.ticketpulse.platform;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list of the API.
 *
 * @param items at most as many as were asked for
 * @param next  the cursor of the following page, null after the last item; opaque to clients
 */
public record Page<T>(List<T> items, String next) {

    public static final String DEFAULT_LIMIT = "50";
    public static final int MAX_LIMIT = 500;

    /**
     * Cuts a page out of rows that were read with a limit of one more than the page holds, which is how it is known
     * whether there is a next page.
     *
     * @param cursorOf what is put into {@code next}: the position of the last item of this page
     */
    public static <R> Page<R> of(List<R> rows, int limit, Function<R, String> cursorOf) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<R> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, cursorOf.apply(items.get(limit - 1)));
    }
}
