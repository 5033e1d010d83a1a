package io.ticketpulse.satisfaction;

import java.time.Clock;
import java.time.YearMonth;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import io.ticketpulse.platform.Conditions;
import io.ticketpulse.platform.Csv;
import io.ticketpulse.platform.Page;
import io.ticketpulse.platform.Parameters;
import io.ticketpulse.platform.ReportingZone;
import io.ticketpulse.platform.Transactions;

/** The figures as they were published last, and their publication at once. */
@Path("/api/v1/satisfaction")
@Blocking
@RolesAllowed("reader")
public class SatisfactionResource {

    private final Transactions transactions;
    private final FigureTable figures;
    private final Publications publications;
    private final ReportingZone zone;
    private final Clock clock;

    SatisfactionResource(Transactions transactions, FigureTable figures, Publications publications,
            ReportingZone zone, Clock clock) {
        this.transactions = transactions;
        this.figures = figures;
        this.publications = publications;
        this.zone = zone;
        this.clock = clock;
    }

    /** The newest revisions, in the order of their keys. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<JsonNode> figures(@Valid @BeanParam FigureRequest request) {
        return page(request);
    }

    /** The same as a spreadsheet; a header leads to the next page. */
    @GET
    @Produces(Csv.MEDIA_TYPE + ";qs=0.5")
    public Response csv(@Valid @BeanParam FigureRequest request, @Context UriInfo uri) {
        Page<JsonNode> page = page(request);
        return Csv.page(FigureCsv.of(page.items()), page, uri);
    }

    private Page<JsonNode> page(FigureRequest request) {
        Conditions conditions = request.conditions();
        Page<FigureTable.Row> rows = Page.of(
                transactions.inNew(connection -> figures.find(connection, conditions, request.rows() + 1)),
                request.rows(), row -> FigureRequest.cursor(row.key()));
        return new Page<>(rows.items().stream().map(FigureTable.Row::data).toList(), rows.next());
    }

    /** Computes a month of all surveys and commits what has changed to the outbox before it answers. */
    @POST
    @Path("/{month}/publish")
    @RolesAllowed("admin")
    @Produces(MediaType.APPLICATION_JSON)
    public Publications.PublishedMonth publish(
            @PathParam("month") @Pattern(regexp = Parameters.MONTH, message = Parameters.A_MONTH) String month) {
        YearMonth wanted = YearMonth.parse(month);
        if (wanted.isAfter(zone.monthOf(clock.instant()))) {
            throw new BadRequestException(month + " has not begun in " + zone.id()
                    + "; publish this month or an earlier one");
        }
        return publications.publish(wanted);
    }
}
