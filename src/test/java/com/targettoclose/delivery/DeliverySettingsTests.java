package com.targettoclose.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliverySettingsTests {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://crm.example.org/events",
                "ftp://crm.example.org/",
                "https://user:word@crm.example.org/",
                "https:///events",
                "crm"
            })
    void eventsGoNowhereUnsafe(String url) {
        assertThatThrownBy(() -> settings(url, SECRET)).hasMessageContaining("T2C_EVENTS_URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://crm.example.org/events", "http://127.0.0.1:9/", "http://localhost:9/", "http://[::1]:9/"
            })
    void theyGoOverTlsOrToThisMachine(String url) {
        assertThat(settings(url, SECRET).wanted()).isTrue();
    }

    @Test
    void theyAreSignedAndTheSecretIsNotShown() {
        assertThatThrownBy(() -> settings("https://crm.example.org/", "short"))
                .hasMessageContaining("T2C_EVENTS_SECRET")
                .hasMessageContaining("32");
        assertThat(settings("https://crm.example.org/", SECRET).toString()).doesNotContain(SECRET);
        assertThat(settings("", "").wanted()).isFalse();
    }

    private static DeliverySettings settings(String url, String secret) {
        return new DeliverySettings(url, secret, "/here", false, true, Duration.ofSeconds(1), Duration.ofSeconds(1), 5);
    }
}
