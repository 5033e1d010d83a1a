package io.ticketpulse.response;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.ticketpulse.invitation.Survey;
import io.ticketpulse.invitation.Surveys;
import io.ticketpulse.platform.CustomerPage;
import io.ticketpulse.platform.PageLook;
import io.ticketpulse.platform.Texts;
import io.ticketpulse.platform.Wording;

/**
 * Shows staff what customers get, in every language, with people made up for it. Nothing is sent or recorded, and
 * nothing that is shown can be: it stands in frames without scripts, forms and links. In English, like the API.
 */
@Path(PreviewResource.PATH)
@CustomerPage
@Blocking
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed("reader")
public class PreviewResource {

    static final String PATH = "/reports/preview";

    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    /** Mails bring their styles along with their tags. A sandbox has no scripts, and sends no forms. */
    private static final String IN_A_FRAME = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            + "form-action 'none'; frame-ancestors 'self'; base-uri 'none'; sandbox";

    private final Previews previews;
    private final PreviewChoices choices;
    private final Surveys surveys;
    private final Texts texts;
    private final PageLook look;
    private final Clock clock;

    PreviewResource(Previews previews, PreviewChoices choices, Surveys surveys, Texts texts, PageLook look,
            Clock clock) {
        this.previews = previews;
        this.choices = choices;
        this.surveys = surveys;
        this.texts = texts;
        this.look = look;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "preview")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance page(Wording t, PreviewPage page);
    }

    /** The page on which to choose what to look at. */
    @GET
    public Response choose(@BeanParam PreviewRequest request) {
        PreviewPage page = choices.page(request);
        Wording t = texts.in(Locale.ENGLISH);
        return html(t, Templates.page(t, page).render(), look.contentSecurityPolicyWithFrames(page.sheet()));
    }

    /** One mail or page, as customers get it. */
    @GET
    @Path("/{state}")
    public Response show(@PathParam("state") String state, @BeanParam PreviewRequest request) {
        Survey survey = request.survey == null
                ? surveys.all().get(0)
                : surveys.named(request.survey).orElseThrow(NotFoundException::new);
        Wording t = Optional.of(texts.in(request.language == null ? null : Locale.forLanguageTag(request.language)))
                .filter(found -> request.language == null || found.language().equals(request.language))
                .orElseThrow(NotFoundException::new);
        String html = previews.states().stream().filter(known -> known.name().equals(state)).findFirst()
                .orElseThrow(NotFoundException::new).html().apply(new PreviewSample(t, survey, clock.instant()));
        return html(t, request.colours().on(html).replace("<head>", "<head><base target=\"_blank\">"), IN_A_FRAME);
    }

    private static Response html(Wording t, String page, String contentSecurityPolicy) {
        return Response.ok(page).header(HttpHeaders.CONTENT_LANGUAGE, t.language())
                .header(CONTENT_SECURITY_POLICY, contentSecurityPolicy).build();
    }
}
