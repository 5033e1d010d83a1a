package io.ticketpulse.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The figures of one dimension.
 *
 * @param title for people
 * @param rows its values
 */
record FigureGroup(String title, List<Figure> rows) {

    private static final List<Map.Entry<String, String>> TITLES = List.of(Map.entry("service", "Service"),
            Map.entry("assignmentGroup", "Team"), Map.entry("department", "Department"), Map.entry("desk", "Desk"),
            Map.entry("priority", "Priority"), Map.entry("ticketType", "Kind of ticket"),
            Map.entry("location", "Location"), Map.entry("category", "Category"));

    static List<FigureGroup> of(List<Figure> figures) {
        List<FigureGroup> groups = new ArrayList<>();
        TITLES.forEach(title -> groups.add(new FigureGroup(title.getValue(),
                figures.stream().filter(figure -> figure.dimension().equals(title.getKey())).toList())));
        return groups.stream().filter(group -> !group.rows().isEmpty()).toList();
    }
}
