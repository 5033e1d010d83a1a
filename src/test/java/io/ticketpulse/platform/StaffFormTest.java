package io.ticketpulse.platform;

import static io.ticketpulse.platform.Authenticators.secretOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StaffFormTest {

    private final MovableClock clock = new MovableClock();
    private final StaffForm forms = new StaffForm(Authenticators.with(secretOf('a')), clock);

    @Test
    void aTokenIsGoodForItsLogin() {
        assertThat(forms.verifies("ada", forms.token("ada"))).isTrue();
    }

    @Test
    void aTokenIsWorthlessForAnotherLogin() {
        assertThat(forms.verifies("grace", forms.token("ada"))).isFalse();
    }

    @Test
    void aTokenIsWorthlessAfterAWorkingDay() {
        String token = forms.token("ada");

        clock.pass(Duration.ofHours(12));

        assertThat(forms.verifies("ada", token)).isFalse();
    }

    @Test
    void noTokenIsWorthless() {
        assertThat(forms.verifies("ada", null)).isFalse();
    }

    @Property
    void anythingElseIsWorthless(@ForAll String token) {
        assertThat(forms.verifies("ada", token)).isFalse();
    }
}
