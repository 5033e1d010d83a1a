package io.ticketpulse.response;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.ticketpulse.platform.CustomerPage;
import io.ticketpulse.platform.Page;
import io.ticketpulse.platform.StaffForm;
import io.ticketpulse.platform.Texts;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.Wording;

/** The page on which staff look at what was set aside, and administrators overrule it. In English, like the API. */
@Path(QuarantineResource.PATH)
@CustomerPage
@Blocking
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed("reader")
public class QuarantineResource {

    static final String PATH = "/reports/quarantine";

    private static final int REASON = Ruling.LONGEST_REASON;

    private final Transactions transactions;
    private final Rulings rulings;
    private final StaffForm forms;
    private final Texts texts;

    QuarantineResource(Transactions transactions, Rulings rulings, StaffForm forms, Texts texts) {
        this.transactions = transactions;
        this.rulings = rulings;
        this.forms = forms;
        this.texts = texts;
    }

    /**
     * What is on the page.
     *
     * @param setAside whether it lists what is in quarantine, or everything
     * @param ticketId the only ticket whose responses are listed, empty for all
     * @param notice   why a form was not taken, empty if none was sent
     * @param token    for the forms; empty for who may not send any
     * @param older    where the list goes on, empty after the last page
     */
    record QuarantineView(boolean setAside, String ticketId, List<ResponseRow> responses, String notice, String token,
            String older, int longestReason) {}

    @CheckedTemplate(basePath = "quarantine")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance page(Wording t, QuarantineView page);
    }

    /** The list. */
    @GET
    public Response list(@Valid @BeanParam ResponseQuery query, @Context SecurityContext login) {
        return page(Status.OK, query, "", login);
    }

    /** Takes the form below a response, and shows the list again. */
    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("admin")
    public Response rule(@PathParam("id") UUID id, @FormParam("ruling") String ruling,
            @FormParam("reason") String reason, @FormParam("token") String token, @Context SecurityContext login) {
        String name = login.getUserPrincipal().getName();
        if (!forms.verifies(name, token)) {
            return again("Nothing was changed, for this page had been open for too long. Please try again.", login);
        }
        Optional<Ruling.Kind> kind = kind(ruling);
        if (kind.isEmpty() || reason == null || reason.isBlank()
                || reason.codePointCount(0, reason.length()) > REASON) {
            return again("Nothing was changed. Please give a reason of at most " + REASON + " characters.", login);
        }
        try {
            return rulings.rule(id, kind.get(), reason, name).isPresent()
                    ? Response.status(Status.SEE_OTHER).header(HttpHeaders.LOCATION, PATH).build()
                    : again("Nothing was changed, for there is no such response any more.", login);
        } catch (Rulings.SurveyGoneException gone) {
            return again("Nothing was changed, for the settings no longer have the survey of this response.", login);
        }
    }

    private Response again(String notice, SecurityContext login) {
        return page(Status.BAD_REQUEST, new ResponseQuery(), notice, login);
    }

    private Response page(Status status, ResponseQuery query, String notice, SecurityContext login) {
        boolean ofTicket = query.ticketId != null && !query.ticketId.isBlank();
        query.ticketId = ofTicket ? query.ticketId.strip() : null;
        query.standing = ofTicket ? query.standing : ResponseStanding.QUARANTINED.name();
        Page<ResponseRow> responses = transactions.inNew(query::read);
        String token = login.isUserInRole("admin") ? forms.token(login.getUserPrincipal().getName()) : "";
        String older = responses.next() == null
                ? ""
                : UriBuilder.fromPath(PATH).queryParam("cursor", responses.next())
                        .queryParam("ticketId", "{ticket}").build(ofTicket ? query.ticketId : "").toString();
        Wording t = texts.in(Locale.ENGLISH);
        return Response.status(status).header(HttpHeaders.CONTENT_LANGUAGE, t.language())
                .entity(Templates.page(t, new QuarantineView(!ofTicket, ofTicket ? query.ticketId : "",
                        responses.items(), notice, token, older, REASON)).render())
                .build();
    }

    private static Optional<Ruling.Kind> kind(String ruling) {
        try {
            return Optional.ofNullable(ruling).map(Ruling.Kind::valueOf);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
