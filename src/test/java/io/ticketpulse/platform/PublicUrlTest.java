package io.ticketpulse.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://feedback.example.com/it", "https://feedback.example.com/it/"})
    void pathsFollowTheBase(String base) {
        assertThat(PublicUrls.of(base).to("/s/token")).isEqualTo("https://feedback.example.com/it/s/token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"feedback.example.com", "ftp://feedback.example.com", "https://", "https:///path",
            "https://example.com/?a=b", "https://example.com/#a"})
    void whatIsNoAddressOfAServiceStopsTheStart(String text) {
        assertThatThrownBy(() -> PublicUrls.of(text)).hasStackTraceContaining("public-url");
    }

    @Test
    void knowsWhetherItIsEncrypted() {
        assertThat(PublicUrls.of("http://example.com").isHttps()).isFalse();
    }
}
