package com.targettoclose.attack;

import static com.targettoclose.attack.Attack.get;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("uploads that are not what they say")
class UploadAttackTests extends AttackTest {

    private static final String IMPORTS = "/api/imports";
    private static final String CODE = "camunda:expression=\"" + Code.COMMAND + "\"";
    private static final String READS_A_FILE =
            "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + "<definitions>&x;</definitions>";
    private static final String GROWS = XmlAttackTests.BOMB + "<definitions>&x;</definitions>";
    private static final String CSV =
            "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n";
    private static final String MAPPING = "{\"columns\": {\"id\": \"opportunity_id\", \"owner\": \"sales_agent\","
            + " \"account\": \"account\", \"stage\": \"deal_stage\"}, \"stages\": {\"Open\": {\"status\": \"open\"}}}";

    static Stream<Attack> attacks() {
        return Stream.of(deployments(), imports(), replays()).flatMap(attacks -> attacks);
    }

    private static Stream<Attack> deployments() {
        return Stream.of(
                        deployed("a zip full of nothing but zeros", zip("a.bpmn")),
                        deployed("a zip that reaches above itself", zip("../../../../tmp/evil.bpmn")),
                        upload("a file name that climbs", Multipart.deployment("../../../../tmp/evil.bpmn", "x")),
                        upload("a file name that climbs the other way", Multipart.deployment("..\\..\\evil.bpmn", "x")),
                        upload("a file name with nothing in it", Multipart.deployment("a\u0000.bpmn", "x")),
                        upload("a file name of many letters", Multipart.deployment("a".repeat(5_000) + ".bpmn", "x")),
                        upload(
                                "no file at all",
                                Multipart.parts().field("deployment-name", "x").end()),
                        upload(
                                "a part without a name",
                                Multipart.parts()
                                        .part("form-data", "text/plain", new byte[] {1})
                                        .end()),
                        upload(
                                "no end",
                                Multipart.parts().file("data", "a.bpmn", "x").cut()),
                        upload("no boundary", Body.text("multipart/form-data", "x")),
                        upload("a boundary that never comes", Body.text("multipart/form-data; boundary=never", "x")),
                        upload("JSON where files belong", Body.json("{\"deployment-name\": \"x\"}")),
                        upload(
                                "a tenant of one's own making",
                                Multipart.parts()
                                        .field("tenant-id", "evil")
                                        .file(
                                                "data",
                                                "a.bpmn",
                                                Diagrams.serviceTask("camunda:expression=\"" + Code.COMMAND + "\"", ""))
                                        .end()),
                        upload(
                                "a time of activation that is none",
                                Multipart.parts()
                                        .field("deployment-activation-time", "tomorrow")
                                        .file("data", "a.bpmn", Diagrams.around("<task id=\"it\"/>"))
                                        .end()),
                        upload("very many parts", many()))
                .map(attack -> attack.by(Person.NOBODY, Person.REP, Person.OWNER, Person.ADMIN));
    }

    private static Stream<Attack> imports() {
        return Stream.of(
                imported("no file", Multipart.parts().field("mapping", MAPPING).end()),
                imported(
                        "no mapping",
                        Multipart.parts().file("file", "a.csv", CSV).end()),
                imported("a mapping that is no JSON", csv("{\"columns\": ")),
                imported("a mapping with a name twice", csv(MAPPING.replaceFirst("\\{", "{\"columns\": {}, "))),
                imported("a mapping of a million brackets", csv("[".repeat(1_000_000))),
                imported(
                        "a mapping with more than is asked for",
                        csv(MAPPING.replaceFirst("\\{", "{\"status\": \"won\", "))),
                imported(
                        "a mapping onto a roadmap that does not exist",
                        csv(MAPPING.replaceFirst("\\{", "{\"roadmap\": \"evil\", "))),
                imported(
                        "a mapping onto an item that does not exist",
                        csv(MAPPING.replace("\"open\"", "\"open\", \"holds\": [\"evil\"]"))),
                imported("a mapping to columns that are not there", csv(MAPPING.replace("opportunity_id", "evil"))),
                imported("a status of one's own making", csv(MAPPING.replace("\"open\"", "\"verified\""))),
                imported(
                        "a zip for a file",
                        Multipart.parts()
                                .field("mapping", MAPPING)
                                .file("file", "a.zip", zip("a.csv"))
                                .end()),
                imported(
                        "a packed file",
                        Multipart.parts()
                                .field("mapping", MAPPING)
                                .file("file", "a.csv.gz", gzip())
                                .end()),
                imported(
                        "teams that are no table",
                        Multipart.parts()
                                .field("mapping", MAPPING)
                                .file("file", "a.csv", CSV)
                                .file("teams", "t.csv", "\"")
                                .end()),
                imported(
                        "the same file three times",
                        Multipart.parts()
                                .file("file", "a.csv", "x")
                                .file("file", "b.csv", "x")
                                .file("file", "c.csv", "x")
                                .end()),
                imported("JSON where files belong", Body.json("{}")),
                imported(
                        "a row without an end",
                        Multipart.parts()
                                .field("mapping", MAPPING)
                                .file("file", "a.csv", "\"" + "a".repeat(300_000))
                                .end()),
                imported(
                        "no end",
                        Multipart.parts()
                                .field("mapping", MAPPING)
                                .file("file", "a.csv", CSV)
                                .cut()),
                get("an import by a path", "/api/imports/..%2f..%2factuator"),
                get("an import that is SQL", "/api/imports/x'%20or%20'1'='1"));
    }

    private static Stream<Attack> replays() {
        return Stream.of(
                        replayed(
                                "no file",
                                Multipart.parts().field("edition", "none").end()),
                        replayed("code in a diagram", file("a.bpmn", Diagrams.serviceTask(CODE, ""))),
                        replayed("an entity that reads a file", file("a.bpmn", READS_A_FILE)),
                        replayed("an entity that grows", file("exit-criteria.dmn", GROWS)),
                        replayed(
                                "a zip for a diagram",
                                file("a.bpmn", new String(zip("a.bpmn"), StandardCharsets.ISO_8859_1))),
                        replayed("a file name that climbs", file("../../../../tmp/evil.bpmn", "x")),
                        replayed("a form of a million brackets", file("a.form", "[".repeat(1_000_000))),
                        replayed("JSON where files belong", Body.json("{}")),
                        replayed("very many parts", many()))
                .map(attack -> attack.by(Person.NOBODY, Person.REP, Person.OWNER, Person.ADMIN));
    }

    private static Body file(String name, String content) {
        return Multipart.parts().file("file", name, content).end();
    }

    private static Attack replayed(String name, Body body) {
        return Attack.of("replayed: " + name, "POST", "/api/replays", body);
    }

    private static Attack deployed(String name, byte[] content) {
        return upload(
                name, Multipart.parts().file("data", "attack.bpmn", content).end());
    }

    private static Attack upload(String name, Body body) {
        return Attack.of("deployed: " + name, "POST", "engine:/deployment/create", body);
    }

    private static Attack imported(String name, Body body) {
        return Attack.of("imported: " + name, "POST", IMPORTS, body);
    }

    private static Body csv(String mapping) {
        return Multipart.parts()
                .field("mapping", mapping)
                .file("file", "a.csv", CSV)
                .end();
    }

    private static Body many() {
        var parts = Multipart.parts();
        for (int i = 0; i < 5_000; i++) {
            parts.field("p" + i, "x");
        }
        return parts.end();
    }

    private static byte[] zip(String entry) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(new byte[10_000_000]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip() {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(CSV.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
