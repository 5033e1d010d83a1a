package io.ticketpulse.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.Variant;

/**
 * Turns what the demo knows into pages, by the templates in {@code src/test/resources/demo}. Templates see public methods only.
 */
final class Pages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ENGLISH)
            .withZone(ZoneId.systemDefault());

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addValueResolver(ValueResolver.builder().applyToBaseClass(Instant.class).applyToName("clock")
                    .resolveSync(context -> TIME.format((Instant) context.getBase())).build())
            .addResultMapper(new HtmlEscaper(List.of("text/html")))
            .addLocator(name -> Optional.of(new Location(name)))
            .build();

    /**
     * Renders a page.
     *
     * @param name of the template
     * @param data what it shows
     */
    String render(String name, Map<String, Object> data) {
        return engine.getTemplate(name).render(data);
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = Pages.class.getResourceAsStream("/demo/" + name)) {
            return in.readAllBytes();
        }
    }

    private record Location(String name) implements TemplateLocation {

        @Override
        public Reader read() {
            InputStream in = Pages.class.getResourceAsStream("/demo/" + name + ".html");
            if (in == null) {
                throw new UncheckedIOException(new IOException("There is no template " + name));
            }
            return new InputStreamReader(in, StandardCharsets.UTF_8);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType("text/html"));
        }
    }
}
