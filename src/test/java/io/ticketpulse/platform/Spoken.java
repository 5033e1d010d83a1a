package io.ticketpulse.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What holds of every page and mail in a language. */
public final class Spoken {

    private Spoken() {
    }

    /** Says its language and direction, and has no placeholder left. */
    public static Document in(String language, String html) {
        Document page = Jsoup.parse(html);
        assertThat(page.select("html").attr("lang")).isEqualTo(language);
        assertThat(page.select("html").attr("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
        assertThat(page.title()).isNotBlank().doesNotContain("{", "}");
        assertThat(page.body().text()).isNotBlank().doesNotContain("{", "}", "NOT_FOUND");
        return page;
    }
}
