package io.ticketpulse.road;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A JSON object as a list of paths and values, numbers to nine places: easy to compare, and to read where it differs. */
final class FlatJson {

    private final Map<String, String> values = new TreeMap<>();

    /** Reads an event's figures; the drivers in them go by their names. */
    static FlatJson of(JsonNode object) {
        FlatJson flat = new FlatJson();
        flat.add("", object);
        return flat;
    }

    FlatJson put(String path, Object value) {
        values.put(path, value instanceof Number number ? rounded(number) : String.valueOf(value));
        return this;
    }

    FlatJson remove(String path) {
        values.remove(path);
        return this;
    }

    private void add(String path, JsonNode node) {
        if (node.isContainerNode() && node.isEmpty()) {
            put(path, node);
        } else if (node.isObject()) {
            node.properties().forEach(
                    field -> add(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue()));
        } else if (node.isArray()) {
            node.forEach(driver -> {
                ObjectNode figures = driver.deepCopy();
                add(path + "." + figures.remove("driver").asText(), figures);
            });
        } else {
            put(path, node.isNumber() ? node.numberValue() : node.asText());
        }
    }

    private static String rounded(Number number) {
        return new BigDecimal(number.toString()).setScale(9, RoundingMode.HALF_EVEN).stripTrailingZeros()
                .toPlainString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FlatJson that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
