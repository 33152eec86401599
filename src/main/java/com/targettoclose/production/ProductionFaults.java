package com.targettoclose.production;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.env.Environment;

/**
 * What is missing or unsafe in the settings of a production start. Pure: settings in, sentences out, each naming the
 * setting and what to give it. None of them shows a secret.
 */
final class ProductionFaults {

    /** The ledger's key has so many different characters at least; a word repeated has fewer. */
    static final int DIFFERENT_CHARACTERS = 10;

    private static final int LEDGER_KEY_LENGTH = 32;
    private static final String SAMPLE_KEY = "sample-only";

    private final Environment settings;
    private final List<String> faults = new ArrayList<>();

    private ProductionFaults(Environment settings) {
        this.settings = settings;
    }

    /** All of them; empty where nothing stands against a start. */
    static List<String> of(Environment settings) {
        var found = new ProductionFaults(settings);
        found.sample();
        found.database();
        found.ledgerKey();
        found.transport();
        return List.copyOf(found.faults);
    }

    private void sample() {
        if (Arrays.asList(settings.getActiveProfiles()).contains("sample")) {
            faults.add("The profile 'sample' is on too. It brings users whose password everybody knows: take it away.");
        }
    }

    private void database() {
        if (!setting("spring.datasource.url").startsWith("jdbc:postgresql:")) {
            faults.add("SPRING_DATASOURCE_URL names no PostgreSQL database. Set it to jdbc:postgresql://host/name.");
        }
        if (setting("spring.datasource.username").isEmpty()) {
            faults.add("SPRING_DATASOURCE_USERNAME is not set. Set it to the database user of this application.");
        }
        if (setting("spring.datasource.password").isEmpty()) {
            faults.add("SPRING_DATASOURCE_PASSWORD is not set. Set it to the password of that user.");
        }
    }

    private void ledgerKey() {
        var key = setting("t2c.ledger.key");
        if (key.length() < LEDGER_KEY_LENGTH) {
            faults.add("T2C_LEDGER_KEY is " + (key.isEmpty() ? "not set" : "too short")
                    + ". Set it to a secret of at least " + LEDGER_KEY_LENGTH
                    + " characters, and keep it as long as the database.");
        } else if (key.startsWith(SAMPLE_KEY) || key.chars().distinct().count() < DIFFERENT_CHARACTERS) {
            faults.add("T2C_LEDGER_KEY can be guessed. Set it to random characters, and keep it as long as the"
                    + " database.");
        }
    }

    private void transport() {
        boolean ownCertificate = !setting("server.ssl.bundle").isEmpty()
                || !setting("server.ssl.certificate").isEmpty()
                || !setting("server.ssl.key-store").isEmpty();
        if (!settings.getProperty("server.servlet.session.cookie.secure", Boolean.class, false)) {
            faults.add("T2C_SECURE_COOKIES is not 'true': sessions could be read on the way. Put TLS before this"
                    + " application, and set it to true.");
        }
        if (!ownCertificate
                && setting("server.tomcat.remoteip.internal-proxies").matches("|none")) {
            faults.add("T2C_PROXY names no proxy, and there is no certificate (server.ssl.*): passwords would travel"
                    + " in the clear. Set T2C_PROXY to the address of the proxy that ends TLS.");
        }
    }

    private String setting(String name) {
        return settings.getProperty(name, "").strip();
    }
}
