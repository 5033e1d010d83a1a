package io.ticketpulse.platform;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Conditions of a query that all must hold, with their values. */
public final class Conditions {

    private final List<String> conditions = new ArrayList<>(List.of("TRUE"));
    private final List<Object> values = new ArrayList<>();

    /** One more condition, with a question mark for each value. */
    public Conditions add(String condition, Object... of) {
        conditions.add("(" + condition + ")");
        values.addAll(List.of(of));
        return this;
    }

    /** One more condition unless the value is null, which is to say that it does not matter. */
    public Conditions addIfGiven(String condition, String value) {
        return value == null ? this : add(condition, value);
    }

    /** What comes after {@code WHERE}. */
    public String sql() {
        return String.join(" AND ", conditions);
    }

    /** Puts the values into a statement that begins with {@link #sql()}. */
    public void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
