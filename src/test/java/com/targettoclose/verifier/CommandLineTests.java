package com.targettoclose.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.testing.ShippedClassPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the command line")
class CommandLineTests {

    @TempDir
    Path folder;

    private record Run(int code, String out) {}

    @Test
    @DisplayName("passes what ships, and starts no application")
    void shipped() throws Exception {
        var run = verify("bpmn", "forms");
        assertThat(run.out())
                .endsWith("0 errors, 0 warnings. They can be deployed.\n")
                .doesNotContain("Spring");
        assertThat(run.code()).isZero();
    }

    @Test
    @DisplayName("fails on what must not be deployed, in words and in JSON")
    void wrong() throws Exception {
        write(new Edit()
                .retarget("stage-target.bpmn", "Flow_EarnTheMeeting_AtTheGate", "EndEvent_OthersAreOpen")
                .files());
        var words = verify(folder.toString());
        assertThat(words.code()).isOne();
        assertThat(words.out())
                .contains("error  stage-target.bpmn, EndEvent_OthersAreOpen “Others are open”: ")
                .contains("[stage-passes-only-when-met]")
                .endsWith("They cannot be deployed.\n");
        var json = verify("--json", folder.toString());
        assertThat(json.code()).isOne();
        assertThat(new ObjectMapper().readTree(json.out()).path("violations").findValuesAsText("rule"))
                .contains("stage-passes-only-when-met", "conversation-leads-back-to-the-gate");
    }

    @Test
    @DisplayName("writes what is offered into a folder, and over nothing that is there")
    void offers() throws Exception {
        var form = "earn-the-meeting.form";
        write(new Edit().remove(form).files());
        var offers = folder.resolve("offers");
        var first = verify("--offers", offers.toString(), folder.toString());
        assertThat(first.code()).isOne();
        assertThat(first.out()).contains("offer  " + form + ": “Earn the meeting” has no form. ");
        assertThat(offers.resolve(form)).exists();
        Files.copy(offers.resolve(form), folder.resolve(form));
        assertThat(verify(folder.toString()).code()).isZero();
        Files.delete(folder.resolve(form));
        var again = verify("--offers", offers.toString(), folder.toString());
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.out()).contains(form + "' is there already. Name an empty folder.");
    }

    @Test
    @DisplayName("says how it is used, with every fault")
    void use() throws Exception {
        var run = verify("--loud", "nowhere.bpmn");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).contains("There is no option --loud.", "'nowhere.bpmn' cannot be read.", "Use: verify");
        assertThat(verify(folder.toString()).out()).contains("There is nothing to verify.");
    }

    private void write(Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** As a process of its own, through the application's own main class. */
    private static Run verify(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                ShippedClassPath.get(),
                "com.targettoclose.TargetToCloseApplication",
                "verify"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(false).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out);
    }
}
