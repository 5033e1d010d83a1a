package io.ticketpulse.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import com.atlassian.oai.validator.restassured.RestAssuredRequest;
import com.atlassian.oai.validator.restassured.RestAssuredResponse;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/**
 * Holds every REST Assured exchange against {@code openapi.yaml}: an answer must be one the document describes, and a
 * request the document does not allow must have been refused with a 4xx. Whether a login is asked for is left to the
 * tests of security, since test users come without credentials.
 *
 * <p>
 * In tests run by Quarkus it is there without being asked for, see {@link OpenApiValidationInQuarkusTests}; others call
 * {@link #everywhere()} first.
 */
public final class OpenApiValidation implements Filter {

    /** Relative to the module's directory, in which Maven runs tests. */
    static final String DOCUMENT = "openapi.yaml";

    private static final String ABOUT_THE_REQUEST = "validation.request.";
    private static final String ABOUT_THE_LOGIN = "validation.request.security";

    /** Holds all exchanges of REST Assured from now on against the document. */
    public static void everywhere() {
        if (RestAssured.filters().stream().noneMatch(OpenApiValidation.class::isInstance)) {
            RestAssured.filters(new OpenApiValidation());
        }
    }

    @Override
    public io.restassured.response.Response filter(FilterableRequestSpecification request,
            FilterableResponseSpecification expected, FilterContext context) {
        io.restassured.response.Response response = context.next(request, expected);
        ValidationReport report = check(withForm(request), RestAssuredResponse.of(response));
        if (report.hasErrors()) {
            throw new AssertionError("%s %s, answered %d, is not what %s describes:%n%s".formatted(request.getMethod(),
                    request.getURI(), response.statusCode(), DOCUMENT,
                    SimpleValidationReportFormat.getInstance().apply(report)));
        }
        return response;
    }

    /** What is wrong with one exchange. */
    static ValidationReport check(Request request, Response response) {
        boolean refused = response.getStatus() >= 400 && response.getStatus() < 500;
        List<Message> wrong = Document.VALIDATOR.validate(request, response).getMessages().stream()
                .filter(message -> !(refused && message.getKey().startsWith(ABOUT_THE_REQUEST))).toList();
        return ValidationReport.from(wrong);
    }

    /** The request with its form as the body, which the library leaves out. */
    private static Request withForm(FilterableRequestSpecification request) {
        Request bare = RestAssuredRequest.of(request);
        if (request.getFormParams().isEmpty()) {
            return bare;
        }
        SimpleRequest.Builder whole = new SimpleRequest.Builder(bare.getMethod(), bare.getPath())
                .withBody(encoded(request.getFormParams()));
        bare.getHeaders().forEach((name, values) -> whole.withHeader(name, List.copyOf(values)));
        bare.getQueryParameters()
                .forEach(name -> whole.withQueryParam(name, List.copyOf(bare.getQueryParameterValues(name))));
        return whole.build();
    }

    private static String encoded(Map<String, ?> form) {
        return form.entrySet().stream()
                .flatMap(
                        field -> (field.getValue() instanceof Collection<?> values ? values : List.of(field.getValue()))
                                .stream().map(value -> encoded(field.getKey()) + "=" + encoded(value.toString())))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Read at first use: parsing takes a second. */
    private static final class Document {
        static final OpenApiInteractionValidator VALIDATOR = OpenApiInteractionValidator
                .createForSpecificationUrl(DOCUMENT)
                .withLevelResolver(LevelResolver.create().withLevel(ABOUT_THE_LOGIN, Level.IGNORE).build())
                .withStrictOperationPathMatching()
                .build();
    }
}
