package io.ticketpulse.response;

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

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.ticketpulse.platform.CustomerPage;
import io.ticketpulse.platform.Page;
import io.ticketpulse.platform.ReportingZone;
import io.ticketpulse.platform.StaffForm;
import io.ticketpulse.platform.Texts;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.Wording;
import io.ticketpulse.response.QuarantinePage.Refused;

/** The page on which staff look at what was set aside, and administrators overrule it. In English, like the API. */
@Path(QuarantinePage.PATH)
@CustomerPage
@Blocking
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed("reader")
public class QuarantineResource {

    private final Transactions transactions;
    private final Rulings rulings;
    private final StaffForm forms;
    private final Texts texts;
    private final ReportingZone reportingZone;

    QuarantineResource(Transactions transactions, Rulings rulings, StaffForm forms, Texts texts,
            ReportingZone reportingZone) {
        this.transactions = transactions;
        this.rulings = rulings;
        this.forms = forms;
        this.texts = texts;
        this.reportingZone = reportingZone;
    }

    @CheckedTemplate(basePath = "quarantine")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance page(Wording t, QuarantinePage page);
    }

    /** The list. */
    @GET
    public Response list(@Valid @BeanParam ResponseQuery query, @Context SecurityContext login) {
        return page(Status.OK, query, Refused.NONE, login);
    }

    /** Takes the form below a response, and shows the list again that it was in. */
    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("admin")
    public Response rule(@PathParam("id") UUID id, @Valid @BeanParam ResponseQuery query,
            @FormParam("ruling") String ruling, @FormParam("reason") String reason, @FormParam("token") String token,
            @Context SecurityContext login) {
        String name = login.getUserPrincipal().getName();
        String refusal;
        if (!forms.verifies(name, token)) {
            refusal = "this page had been open for too long. Please press the button once more.";
        } else if (kind(ruling).isEmpty()) {
            refusal = "we could not read what your browser sent. Please press the button once more.";
        } else if (reason == null || reason.isBlank()
                || reason.codePointCount(0, reason.length()) > Ruling.LONGEST_REASON) {
            refusal = "please give a reason of at most " + Ruling.LONGEST_REASON + " characters.";
        } else {
            refusal = rule(id, kind(ruling).get(), reason, name);
        }
        return refusal.isEmpty()
                ? Response.status(Status.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, QuarantinePage.address(null, query.ticketId, query.cursor))
                        .build()
                : page(Status.BAD_REQUEST, query, new Refused("Nothing was changed: " + refusal, id,
                        reason == null ? "" : reason), login);
    }

    /** Why it was not done; empty if it was. */
    private String rule(UUID id, Ruling.Kind kind, String reason, String login) {
        try {
            return rulings.rule(id, kind, reason, login).isPresent() ? "" : "there is no such response any more.";
        } catch (Rulings.SurveyGoneException gone) {
            return "the settings no longer have the survey of this response.";
        }
    }

    private Response page(Status status, ResponseQuery query, Refused refused, SecurityContext login) {
        boolean ofTicket = query.ticketId != null && !query.ticketId.isBlank();
        query.ticketId = ofTicket ? query.ticketId.strip() : null;
        query.standing = ofTicket ? query.standing : ResponseStanding.QUARANTINED.name();
        Page<ResponseRow> responses = transactions.inNew(query::read);
        String token = login.isUserInRole("admin") ? forms.token(login.getUserPrincipal().getName()) : "";
        Wording t = texts.in(Locale.ENGLISH);
        return Response.status(status).header(HttpHeaders.CONTENT_LANGUAGE, t.language())
                .entity(Templates.page(t, QuarantinePage.of(t, reportingZone.id(), query, responses, token, refused))
                        .render())
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
