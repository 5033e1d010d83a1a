package io.ticketpulse.response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms of one link that come at the same instant, against a real database. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AtTheSameInstantTest {

    private static final int CLIENTS = 50;

    @Inject
    Invitees invitees;

    @Inject
    CountedResponses counted;

    private MovableClock clock;
    private Invitee invitee;

    @BeforeEach
    void somebodyIsInvited() throws Exception {
        invitee = invitees.next();
        clock = MovableClock.installed();
    }

    @Test
    void fiftyClientsAtOnceAreOneResponse() throws Exception {
        List<String> nonces = IntStream.range(0, CLIENTS).mapToObj(i -> Invitee.nonce(invitee.open())).toList();
        clock.passSeconds(5);

        List<Integer> statuses = together(nonces.stream()
                .<Callable<Integer>>map(nonce -> () -> invitee.send(4, nonce).statusCode()).toList());

        assertThat(statuses).hasSize(CLIENTS).containsOnly(200);
        assertThat(Invitees.responses(invitee)).hasSize(1).allMatch(response -> response.startsWith("1: 4 ACCEPTED"));
    }

    @Test
    void oneFormSentFiftyTimesAtOnceIsOneResponse() throws Exception {
        String nonce = Invitee.nonce(invitee.open());
        clock.passSeconds(5);

        List<Integer> statuses = together(IntStream.range(0, CLIENTS)
                .<Callable<Integer>>mapToObj(i -> () -> invitee.send(4, nonce).statusCode()).toList());

        assertThat(statuses).hasSize(CLIENTS).containsOnly(200);
        assertThat(Invitees.responses(invitee)).hasSize(1);
    }

    @Test
    void allScoresAtOnceAreSetAsideAndTheLinkStaysOpen() throws Exception {
        List<String> nonces = IntStream.range(0, 5).mapToObj(i -> Invitee.nonce(invitee.open())).toList();
        clock.passSeconds(5);

        together(IntStream.range(0, 5)
                .<Callable<Integer>>mapToObj(i -> () -> invitee.send(i + 1, nonces.get(i)).statusCode()).toList());

        assertThat(Invitees.responses(invitee)).hasSize(5).allMatch(response -> response.endsWith("QUARANTINED"));
        assertThat(Invitees.state(invitee)).isEqualTo("SENT");
        assertThat(counted.of(invitee)).last()
                .isEqualTo(new ResponsesCounted.Standing(invitee.closure(), null, null, false, List.of(), true));
    }

    @Test
    void anOptOutAmongFormsIsCarriedOutBesideThem() throws Exception {
        List<String> nonces = IntStream.range(0, 9).mapToObj(i -> Invitee.nonce(invitee.open())).toList();
        clock.passSeconds(5);
        List<Callable<Integer>> calls = new ArrayList<>(nonces.stream()
                .<Callable<Integer>>map(nonce -> () -> invitee.send(4, nonce).statusCode()).toList());
        calls.add(() -> given().formParam("List-Unsubscribe", "One-Click").post(invitee.optOutLink()).statusCode());

        List<Integer> statuses = together(calls);

        assertThat(statuses).containsOnly(200);
        assertThat(Invitees.hasOptedOut(invitee)).isTrue();
        assertThat(Invitees.responses(invitee)).hasSize(1).allMatch(response -> response.startsWith("1: 4 ACCEPTED"));
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            CountDownLatch ready = new CountDownLatch(calls.size());
            List<Future<T>> results = calls.stream().map(call -> threads.submit(() -> {
                ready.countDown();
                ready.await();
                return call.call();
            })).toList();
            List<T> values = new ArrayList<>();
            for (Future<T> result : results) {
                values.add(result.get());
            }
            return values;
        } finally {
            threads.shutdownNow();
        }
    }
}
