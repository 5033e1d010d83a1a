package io.ticketpulse.contract;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

/** Found by Quarkus through {@code META-INF/services}, so that no test has to remember to validate. */
public final class OpenApiValidationInQuarkusTests implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        OpenApiValidation.everywhere();
    }
}
