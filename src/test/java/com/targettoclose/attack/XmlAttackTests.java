package com.targettoclose.attack;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("XML that reads files or fills the memory")
class XmlAttackTests extends AttackTest {

    static final String BOMB = """
            <!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
            <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
            <!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY x "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">]>""";

    static Stream<Attack> attacks() {
        return Stream.of("bpmn", "dmn", "cmmn").flatMap(XmlAttackTests::of);
    }

    private static Stream<Attack> of(String kind) {
        return Stream.of(
                attack("a file read by an entity", kind, "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"),
                attack(
                        "an address fetched by an entity",
                        kind,
                        "<!DOCTYPE d [<!ENTITY x SYSTEM \"http://127.0.0.1:1/x\">]>"),
                attack(
                        "a file read by a parameter entity",
                        kind,
                        "<!DOCTYPE d [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p; <!ENTITY x \"x\">]>"),
                attack(
                        "a document type from elsewhere",
                        kind,
                        "<!DOCTYPE d SYSTEM \"http://127.0.0.1:1/x.dtd\" [<!ENTITY x \"x\">]>"),
                attack("entities in entities", kind, BOMB),
                attack("an entity in itself", kind, "<!DOCTYPE d [<!ENTITY x \"&y;\"><!ENTITY y \"&x;\">]>"),
                raw("elements nested without end", kind, "<a>".repeat(100_000)),
                raw("an attribute of two megabytes", kind, "<definitions a=\"" + "a".repeat(2_000_000) + "\""),
                raw("bytes that are no text", kind, "\u0000\u0001<definitions/>"),
                raw(
                        "another encoding than it says",
                        kind,
                        "<?xml version=\"1.0\" encoding=\"UTF-32\"?><definitions/>"));
    }

    private static Attack attack(String name, String kind, String doctype) {
        var document = switch (kind) {
            case "bpmn" -> Diagrams.around("<task id=\"it\" name=\"&x;\"/>");
            case "dmn" -> Diagrams.table("", "stage", "\"&x;\"", "\"y\"");
            default -> Diagrams.caseOf("<humanTask id=\"it\" name=\"&x;\"/>");
        };
        return raw(name, kind, document.replace("encoding=\"UTF-8\"?>", "encoding=\"UTF-8\"?>" + doctype));
    }

    private static Attack raw(String name, String kind, String document) {
        return Attack.of(
                        kind + ": " + name,
                        "POST",
                        "engine:/deployment/create",
                        Multipart.deployment("attack." + kind, document))
                .by(Person.NOBODY, Person.OWNER, Person.ADMIN);
    }
}
