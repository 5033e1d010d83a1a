package io.ticketpulse.response;

import static io.ticketpulse.platform.Authenticators.secretOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import io.ticketpulse.platform.Authenticators;
import io.ticketpulse.platform.SignedFields;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NonceTest {

    private static final UUID INVITATION = UUID.fromString("0199b3a4-5c00-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-10-07T08:30:00.123Z");

    private final Nonces nonces = nonces(secretOf('a'));

    @Test
    void saysWhatItWasMadeFor() {
        Nonce nonce = new Nonce(INVITATION, 3, -7, 2, NOW, NOW.plusMillis(1), UUID.randomUUID());

        assertThat(nonces.read(nonces.write(nonce))).hasValue(nonce);
    }

    @Test
    void isDifferentInEachForm() {
        assertThat(issued()).isNotEqualTo(issued());
    }

    @Test
    void survivesAnotherSecretInFront() {
        String issued = issued();

        Nonces rotated = nonces(secretOf('b'), secretOf('a'));

        assertThat(rotated.read(issued)).isPresent();
    }

    @Test
    void isRefusedWithoutItsSecret() {
        String issued = issued();

        Nonces replaced = nonces(secretOf('b'));

        assertThat(replaced.read(issued)).isEmpty();
    }

    @Test
    void livesADay() {
        Nonce nonce = Nonce.fresh(INVITATION, 0, 7, NOW);

        assertThat(nonce.isExpiredAt(NOW.plus(Duration.ofHours(24)).minusNanos(1))).isFalse();
        assertThat(nonce.isExpiredAt(NOW.plus(Duration.ofHours(24)))).isTrue();
    }

    @Test
    void isRefusedWhereThereIsNone() {
        assertThat(nonces.read(null)).isEmpty();
    }

    @Property
    void anyFlippedBitIsRefused(@ForAll @IntRange(max = 89 * 8 - 1) int bit) {
        byte[] bytes = Base64.getUrlDecoder().decode(issued());
        bytes[bit / 8] ^= (byte) (1 << bit % 8);

        assertThat(nonces.read(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))).isEmpty();
    }

    @Property
    void anyOtherCharacterIsRefused(@ForAll @IntRange(max = 118) int position, @ForAll char character) {
        StringBuilder issued = new StringBuilder(issued());
        Assume.that(issued.charAt(position) != character);
        issued.setCharAt(position, character);

        assertThat(nonces.read(issued.toString())).isEmpty();
    }

    @Property
    void anythingElseIsRefused(@ForAll String field) {
        assertThat(nonces.read(field)).isEmpty();
    }

    private static Nonces nonces(String... secrets) {
        return new Nonces(new SignedFields(Authenticators.with(secrets)));
    }

    private String issued() {
        return nonces.write(Nonce.fresh(INVITATION, 0, 7, NOW));
    }
}
