package io.ticketpulse.response;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.common.annotation.Blocking;
import io.ticketpulse.platform.Csv;
import io.ticketpulse.platform.Page;
import io.ticketpulse.platform.Transactions;

/** What customers said, row by row. */
@Path("/api/v1/responses")
@Blocking
@RolesAllowed("reader")
public class ResponseResource {

    private final Transactions transactions;

    ResponseResource(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A page of the list as JSON. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<ResponseRow> list(@Valid @BeanParam ResponseQuery query) {
        return transactions.inNew(query::read);
    }

    /** A page of the list as CSV. */
    @GET
    @Produces(Csv.MEDIA_TYPE + ";qs=0.5")
    public Response csv(@Valid @BeanParam ResponseQuery query, @Context UriInfo uri) {
        Page<ResponseRow> page = transactions.inNew(query::read);
        return Csv.page(Csv.write(ResponseRow.COLUMNS, page.items(), ResponseRow::cells), page, uri);
    }
}
