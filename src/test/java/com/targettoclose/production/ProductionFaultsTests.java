package com.targettoclose.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class ProductionFaultsTests {

    private static final Map<String, String> FIT = Map.of(
            "spring.datasource.url", "jdbc:postgresql://db/t2c",
            "spring.datasource.username", "t2c",
            "spring.datasource.password", "secret-of-the-database",
            "t2c.ledger.key", "kX8#mQ2!vR7pL4zT9wB6nJ3sD5fG1hYc",
            "server.servlet.session.cookie.secure", "true",
            "server.tomcat.remoteip.internal-proxies", "10.0.0.7");

    @Test
    void nothingStandsAgainstAStartThatIsFit() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void allFaultsAreSaidAtOnceAndNoSecretIsShown() {
        var none = new MockEnvironment();
        none.setActiveProfiles("production", "sample");
        none.setProperty("t2c.ledger.key", "sesame");
        assertThat(ProductionFaults.of(none))
                .hasSize(7)
                .allMatch(fault -> fault.endsWith("."))
                .noneMatch(fault -> fault.contains("sesame"));
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, jdbc:h2:file:./data/t2c, SPRING_DATASOURCE_URL names no PostgreSQL database",
        "spring.datasource.username, ' ', SPRING_DATASOURCE_USERNAME is not set",
        "spring.datasource.password, '', SPRING_DATASOURCE_PASSWORD is not set",
        "t2c.ledger.key, '', T2C_LEDGER_KEY is not set",
        "t2c.ledger.key, short, T2C_LEDGER_KEY is too short",
        "t2c.ledger.key, sample-only-never-for-a-deal-that-is-real, T2C_LEDGER_KEY can be guessed",
        "t2c.ledger.key, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, T2C_LEDGER_KEY can be guessed",
        "server.servlet.session.cookie.secure, false, T2C_SECURE_COOKIES is not 'true'",
        "server.tomcat.remoteip.internal-proxies, none, T2C_PROXY names no proxy"
    })
    void eachFaultIsNamed(String setting, String value, String fault) {
        assertThat(faults(setting, value)).singleElement().asString().startsWith(fault);
    }

    @Test
    void aCertificateOfItsOwnNeedsNoProxy() {
        var settings = settings("server.tomcat.remoteip.internal-proxies", "none");
        settings.setProperty("server.ssl.bundle", "web");
        assertThat(ProductionFaults.of(settings)).isEmpty();
    }

    private static List<String> faults(String... change) {
        return ProductionFaults.of(settings(change));
    }

    private static MockEnvironment settings(String... change) {
        var settings = new MockEnvironment();
        FIT.forEach(settings::setProperty);
        if (change.length == 2) {
            settings.setProperty(change[0], change[1]);
        }
        return settings;
    }
}
