package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.testing.OnH2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** What we put over the webapps' own files. One missing script, and the whole webapp stays blank. */
@OnH2
@ActiveProfiles("sample")
class WebappFilesTests {

    private static final Path OURS = Path.of("src/main/resources/META-INF/resources/webjars/camunda");

    @LocalServerPort
    int port;

    @Test
    void ourFilesAreServedInPlaceOfTheWebappsOwn() throws IOException {
        var admin = Visitor.person(port, "admin", SampleUsers.PASSWORD);
        try (var files = Files.walk(OURS)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var answer =
                        admin.get("/camunda/" + OURS.relativize(file).toString().replace('\\', '/'));
                assertThat(answer.getStatusCode().value()).as(file.toString()).isEqualTo(200);
                assertThat(ascii(answer.getBody())).as(file.toString()).isEqualTo(ascii(Files.readString(file)));
                assertThat(String.valueOf(answer.getHeaders().getContentType()))
                        .as(file.toString())
                        .contains(file.toString().endsWith(".css") ? "css" : "javascript");
            }
        }
    }

    /** Scripts are served without a charset: modules are always UTF-8, to a browser. */
    private static String ascii(String text) {
        return text.replaceAll("[^\\p{ASCII}]", "");
    }

    @Test
    void aPageCarriesTheNonceOfItsOwnPolicyHoweverManyAreServedAtOnce() {
        var admin = Visitor.person(port, "admin", SampleUsers.PASSWORD);
        var pages = IntStream.range(0, 400)
                .parallel()
                .mapToObj(n -> admin.get("/camunda/app/tasklist/default/"))
                .toList();
        assertThat(pages).allSatisfy(page -> {
            var policy = String.valueOf(page.getHeaders().getFirst("Content-Security-Policy"));
            var nonce = Pattern.compile("'nonce-([^']+)'").matcher(policy);
            assertThat(nonce.find()).isTrue();
            assertThat(page.getBody()).contains("nonce=\"" + nonce.group(1) + "\"");
        });
    }

    @Test
    void everyScriptThatTheyAskForIsThere() throws IOException {
        var app = OURS.resolve("app/tasklist");
        var asked =
                Pattern.compile("'(scripts/[^']+\\.js)'").matcher(Files.readString(app.resolve("scripts/config.js")));
        assertThat(asked.results().map(script -> script.group(1)))
                .isNotEmpty()
                .allSatisfy(script -> assertThat(app.resolve(script)).exists());
    }
}
