package io.ticketpulse.response;

import java.util.stream.Stream;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;

/** What somebody wants to look at; what is missing or unknown is chosen for them. */
public class PreviewRequest {

    static final String ALL = "all";
    static final String PHONE = "phone";
    static final String DESKTOP = "desktop";

    @QueryParam("survey")
    String survey;

    @QueryParam("language")
    String language;

    @QueryParam("state")
    String state;

    @QueryParam("width")
    String width;

    @QueryParam("colours")
    String colours;

    String width() {
        return DESKTOP.equals(width) ? DESKTOP : PHONE;
    }

    PreviewColours colours() {
        return Stream.of(PreviewColours.values()).filter(known -> known.wireName().equals(colours)).findFirst()
                .orElse(PreviewColours.BROWSER);
    }

    /** The address of a mail or page itself, for a frame. */
    String frame(String ofSurvey, String inLanguage, String ofState) {
        return with(UriBuilder.fromPath(PreviewResource.PATH).path(ofState), ofSurvey, inLanguage).build().toString();
    }

    /** The address of the page that shows it. */
    String page(String ofSurvey, String inLanguage, String ofState) {
        return with(UriBuilder.fromPath(PreviewResource.PATH), ofSurvey, inLanguage).queryParam("state", ofState)
                .queryParam("width", width()).build().toString();
    }

    private UriBuilder with(UriBuilder address, String ofSurvey, String inLanguage) {
        return address.queryParam("survey", ofSurvey).queryParam("language", inLanguage)
                .queryParam("colours", colours().wireName());
    }
}
