package io.ticketpulse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class CompanyTest {

    private static final Instant NOW = Instant.parse("2026-11-17T15:00:00Z");

    @Test
    void theSameSeedHasTheSameHistory() {
        assertThat(new Company(7).history(NOW)).isEqualTo(new Company(7).history(NOW));
    }

    @Test
    void anotherSeedHasAnotherHistory() {
        assertThat(new Company(7).history(NOW)).isNotEqualTo(new Company(8).history(NOW));
    }

    @Test
    void theHistoryIsThreeMonthsAndEndsNow() {
        List<DeskEvent> history = new Company(1).history(NOW);

        assertThat(history).isNotEmpty().allSatisfy(
                event -> assertThat(event.time()).isBetween(NOW.minus(Company.HISTORY), NOW));
    }

    @Test
    void noTicketHappensTwice() {
        assertThat(new Company(1).history(NOW)).extracting(event -> event.key() + event.type() + event.time())
                .doesNotHaveDuplicates();
    }

    @Test
    void aReopenedTicketIsClosedAgainLater() {
        List<DeskEvent> history = new Company(1).history(NOW);

        assertThat(history).filteredOn(event -> event.type().endsWith("reopened.v1")).isNotEmpty()
                .allSatisfy(event -> assertThat(event.ticket().closedAt()).isAfter(event.time()));
    }

    @Test
    void everyCustomerHasAnAddressOfTheirOwn() {
        assertThat(new Company(1).customers()).hasSizeGreaterThan(400).extracting(Requester::email)
                .doesNotHaveDuplicates().allMatch(address -> address.matches("[a-z]+\\.[a-z]+@customers\\.example"));
    }

    @Test
    void someTicketsAreYoursAndFresh() {
        assertThat(new Company(1).yours(NOW)).extracting(DeskEvent::ticket).hasSize(3)
                .allMatch(ticket -> ticket.requester().equals(Requester.YOU))
                .allMatch(ticket -> ticket.closedAt().isAfter(NOW.minus(Duration.ofDays(1))));
    }

    @Test
    void anEventCarriesWhatTheContractRequires() {
        assertThat(new Company(1).yours(NOW).get(0).envelope())
                .containsKeys("specversion", "id", "source", "type", "data")
                .extractingByKey("data").asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsKeys("desk", "ticketId", "closedAt");
    }
}
