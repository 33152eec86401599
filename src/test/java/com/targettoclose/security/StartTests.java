package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.targettoclose.TargetToCloseApplication;
import com.targettoclose.ledger.LedgerSettings;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartTests {

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @Test
    void withoutAPasswordForItsFirstAdminItDoesNotStartAndLeavesNobodyBehind(CapturedOutput output)
            throws SQLException {
        assertThatThrownBy(() -> start("")).hasRootCauseInstanceOf(StartRefused.class);
        assertThat(output)
                .contains("Nobody administers this installation yet, and T2C_ADMIN_PASSWORD is not set.")
                .contains("Set the environment variable T2C_ADMIN_PASSWORD to a password of at least 12 characters");
        assertThat(rowsIn("ACT_ID_USER")).isZero();
        assertThat(rowsIn("ACT_ID_GROUP")).isZero();
        assertThat(rowsIn("ACT_RU_AUTHORIZATION")).isZero();
        assertThat(rowsIn("ACT_RE_DEPLOYMENT")).isZero();
    }

    @Test
    void aPasswordOfElevenCharactersIsTooShort(CapturedOutput output) {
        assertThatThrownBy(() -> start("eleven-char")).hasRootCauseInstanceOf(StartRefused.class);
        assertThat(output).contains("T2C_ADMIN_PASSWORD is too short.").doesNotContain("eleven-char");
    }

    @Test
    void aMissingLedgerKeySaysWhatToSet() {
        new ApplicationContextRunner().withUserConfiguration(NeedsItsKey.class).run(context -> {
            var analysis = new UnusableSettingsAnalyzer().analyze(context.getStartupFailure());
            assertThat(analysis.getDescription()).contains("t2c.ledger");
            assertThat(analysis.getAction()).contains("set T2C_LEDGER_KEY");
        });
    }

    @Test
    void otherFailuresAreLeftToOthers() {
        var failure = catchThrowable(() -> {
            throw new IllegalArgumentException("something else");
        });
        assertThat(new UnusableSettingsAnalyzer().analyze(failure)).isNull();
    }

    @EnableConfigurationProperties(LedgerSettings.class)
    static class NeedsItsKey {}

    private void start(String adminPassword) {
        new SpringApplication(TargetToCloseApplication.class)
                .run(
                        "--server.port=0",
                        // the webapps are static: stopping them here would stop them in every other context of this JVM
                        "--camunda.bpm.webapp.enabled=false",
                        "--spring.datasource.url=" + database,
                        "--camunda.bpm.job-execution.enabled=false",
                        "--t2c.ledger.key=for-tests-only-0123456789-0123456789",
                        "--t2c.security.admin-password=" + adminPassword)
                .close();
    }

    private long rowsIn(String table) throws SQLException {
        try (var connection = DriverManager.getConnection(database, "sa", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
