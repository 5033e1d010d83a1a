package io.ticketpulse.closure.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Desks that cannot sign send the secret itself. */
class KindsThatCannotSignTest {

    private static final List<DeskKind> KINDS = List.of(new Freshservice(), new ITop(), new ServiceNow(), new Znuny());
    private static final List<String> NO_PROOFS = List.of("Bearer another", "Bearer ", "", "Basic !", "Basic dXNlcg==",
            Sent.SECRET, "Bearer B3f0c9a7-one-of-the-desks-secrets");

    static Stream<DeskKind> kinds() {
        return KINDS.stream();
    }

    static Stream<Arguments> noProofs() {
        return KINDS.stream().flatMap(kind -> NO_PROOFS.stream().map(proof -> Arguments.of(kind, proof)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void takeTheSecretAsABearerToken(DeskKind kind) {
        boolean authentic = kind.isAuthentic(Sent.authorized("Bearer " + Sent.SECRET), Sent.SECRET);

        assertThat(authentic).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void takeTheSecretAsThePasswordOfHttpBasic(DeskKind kind) {
        boolean authentic = kind.isAuthentic(Sent.authorized(Sent.basic("ticketpulse", Sent.SECRET)), Sent.SECRET);

        assertThat(authentic).isTrue();
    }

    @ParameterizedTest
    @MethodSource("noProofs")
    void refuseAnythingElse(DeskKind kind, String authorization) {
        boolean authentic = kind.isAuthentic(Sent.authorized(authorization), Sent.SECRET);

        assertThat(authentic).isFalse();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void refuseTheSecretSentTwice(DeskKind kind) {
        boolean authentic = kind.isAuthentic(Sent.authorized("Bearer " + Sent.SECRET, "Bearer " + Sent.SECRET),
                Sent.SECRET);

        assertThat(authentic).isFalse();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void refuseADeliveryWithoutASecret(DeskKind kind) {
        boolean authentic = kind.isAuthentic(Sent.json("{}"), Sent.SECRET);

        assertThat(authentic).isFalse();
    }
}
