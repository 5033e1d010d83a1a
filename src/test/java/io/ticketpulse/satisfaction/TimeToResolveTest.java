package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import io.ticketpulse.closure.Requester;
import io.ticketpulse.closure.TicketClosure;
import io.ticketpulse.platform.UniqueId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeToResolveTest {

    private static final Instant CLOSED_AT = Instant.parse("2026-03-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource({",UNKNOWN", "PT0S,UNDER_4_HOURS", "PT3H59M59S,UNDER_4_HOURS", "PT4H,UNDER_1_DAY",
            "PT23H59M59S,UNDER_1_DAY", "PT24H,UNDER_3_DAYS", "PT72H,UNDER_7_DAYS", "PT167H59M59S,UNDER_7_DAYS",
            "PT168H,LONGER", "PT2562047788015215H,LONGER"})
    void classesHoldTheirLowerLimit(Duration time, TimeToResolve expected) {
        TimeToResolve found = TimeToResolve.of(time);

        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-20T10:00:00Z,2026-03-20T11:00:00Z,PT1H", "2026-03-20T10:00:00Z,,PT2H",
            ",2026-03-20T11:00:00Z,", "2026-03-20T11:00:01Z,2026-03-20T11:00:00Z,"})
    void isFromOpeningToResolution(Instant openedAt, Instant resolvedAt, Duration expected) {
        Duration found = TimeToResolve.of(closure(openedAt, resolvedAt));

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void everyClassHasANameOfItsOwn() {
        assertThat(TimeToResolve.values()).extracting(TimeToResolve::value).doesNotHaveDuplicates();
    }

    private static TicketClosure closure(Instant openedAt, Instant resolvedAt) {
        return new TicketClosure(UniqueId.next(), "acme", "T-1", 0, CLOSED_AT, null, null, null, openedAt, resolvedAt,
                null, null, null, null, null, null, Requester.UNKNOWN, null);
    }
}
