package com.targettoclose.security.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.targettoclose.process.Contract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSearchTests {

    private static final String DIAGRAM = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:other="http://example.com/other"
                targetNamespace="x">
              <process id="wrong" isExecutable="true"><startEvent id="Start" />
                %s
              </process>
            </definitions>""";

    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x">
              <decision id="exit-criteria" name="d"><decisionTable id="t">
                <input id="Input"><inputExpression %s><text>stage</text></inputExpression></input>
                <output id="o" name="item" typeRef="string" />
                <rule id="Rule"><inputEntry %s><text>"x"</text></inputEntry><outputEntry %s><text>"${x.y}"</text></outputEntry></rule>
              </decisionTable></decision>%s
            </definitions>""";

    private final CodeSearch search = new CodeSearch(new ExpressionGrammar(Contract.BEANS));

    @Test
    void findsNothingInWhatIsShipped() throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var shipped = Stream.concat(Files.list(Path.of("bpmn")), Files.list(Path.of("forms")))) {
            for (var file : shipped.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        assertThat(files).hasSizeGreaterThan(15);
        assertThat(search.search(files)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            EXTENSION  | <serviceTask id="E" camunda:class="java.lang.Object" />
            EXTENSION  | <serviceTask id="E" activiti:class="java.lang.Object" />
            EXTENSION  | <serviceTask id="E" camunda:type="shell" />
            EXTENSION  | <serviceTask id="E" camunda:type="mail" />
            EXTENSION  | <serviceTask id="E" camunda:type="external" camunda:topic="t" />
            EXTENSION  | <userTask id="E" camunda:formHandlerClass="java.lang.Object" />
            EXTENSION  | <userTask id="E" camunda:formKey="embedded:deployment:x.html" />
            EXTENSION  | <callActivity id="E" calledElement="x" camunda:variableMappingClass="java.lang.Object" />
            EXTENSION  | <callActivity id="E" calledElement="x" camunda:variableMappingDelegateExpression="${x}" />
            EXTENSION  | <callActivity id="E" camunda:caseRef="x" />
            EXTENSION  | <userTask id="E"><extensionElements><camunda:taskListener event="create" class="x.Y" /></extensionElements></userTask>
            EXTENSION  | <userTask id="E"><extensionElements><camunda:executionListener event="end" class="x.Y" /></extensionElements></userTask>
            EXTENSION  | <serviceTask id="E"><extensionElements><camunda:connector /></extensionElements></serviceTask>
            EXTENSION  | <serviceTask id="E" camunda:delegateExpression="${verifyExitCriteria}"><extensionElements><camunda:field name="gate" stringValue="x" /></extensionElements></serviceTask>
            EXTENSION  | <userTask id="E"><extensionElements><camunda:formData><camunda:formField id="f" type="string" /></camunda:formData></extensionElements></userTask>
            EXTENSION  | <userTask id="E"><extensionElements><other:connector /></extensionElements></userTask>
            SCRIPT     | <scriptTask id="E" scriptFormat="groovy"><script>x</script></scriptTask>
            SCRIPT     | <userTask id="E"><extensionElements><camunda:taskListener event="create"><camunda:script scriptFormat="juel">x</camunda:script></camunda:taskListener></extensionElements></userTask>
            SCRIPT     | <userTask id="E"><extensionElements><camunda:inputOutput><camunda:inputParameter name="x"><camunda:script scriptFormat="feel">1</camunda:script></camunda:inputParameter></camunda:inputOutput></extensionElements></userTask>
            SCRIPT     | <userTask id="E"><extensionElements><camunda:taskListener event="create"><other:script>x</other:script></camunda:taskListener></extensionElements></userTask>
            LANGUAGE   | <sequenceFlow id="E" sourceRef="Start" targetRef="Start"><conditionExpression xsi:type="tFormalExpression" language="javascript">true</conditionExpression></sequenceFlow>
            LANGUAGE   | <sequenceFlow id="E" sourceRef="Start" targetRef="Start"><conditionExpression xsi:type="tFormalExpression" language="feel">true</conditionExpression></sequenceFlow>
            EXPRESSION | <sequenceFlow id="E" sourceRef="Start" targetRef="Start"><conditionExpression xsi:type="tFormalExpression">${''.getClass()}</conditionExpression></sequenceFlow>
            EXPRESSION | <sequenceFlow id="E" sourceRef="Start" targetRef="Start"><conditionExpression xsi:type="tFormalExpression"><![CDATA[${''.get]]><![CDATA[Class()}]]></conditionExpression></sequenceFlow>
            EXPRESSION | <serviceTask id="E" camunda:expression="${execution.setVariable('a', 1)}" />
            DELEGATE   | <serviceTask id="E" camunda:delegateExpression="${dataSource}" />
            DELEGATE   | <serviceTask id="E" camunda:delegateExpression="verifyExitCriteria" />
            DELEGATE   | <serviceTask id="E" camunda:delegateExpression="${x.y}" />
            DELEGATE   | <serviceTask id="E" camunda:delegateExpression="${opportunity.owner(execution)}" />
            DELEGATE   | <userTask id="E"><extensionElements><camunda:executionListener event="end" delegateExpression="${dataSource}" /></extensionElements></userTask>
            EXPRESSION | <serviceTask id="E" camunda:expression="${a}" camunda:resultVariable="${x.y}" />
            EXPRESSION | <userTask id="E" name="${x.y}" />
            EXPRESSION | <userTask id="E" camunda:assignee="#{x.y}" />
            EXPRESSION | <userTask id="E" camunda:candidateUsers="${a}, ${x.y}" />
            EXPRESSION | <userTask id="E" camunda:candidateGroups="${x.y}" />
            EXPRESSION | <userTask id="E" camunda:dueDate="${dateTime().plusDays(1)}" />
            EXPRESSION | <userTask id="E" camunda:followUpDate="${x.y}" />
            EXPRESSION | <userTask id="E" camunda:priority="${x.y}" />
            EXPRESSION | <userTask id="E" camunda:formRef="${x.y}" />
            EXPRESSION | <userTask id="E"><documentation>${x.y}</documentation></userTask>
            EXPRESSION | <userTask id="E" camunda:jobPriority="${x.y}" />
            EXPRESSION | <callActivity id="E" calledElement="${x.y}" />
            EXPRESSION | <callActivity id="E" calledElement="x" camunda:calledElementVersion="${x.y}" />
            EXPRESSION | <callActivity id="E" calledElement="x"><extensionElements><camunda:in businessKey="#{x.y}" /></extensionElements></callActivity>
            EXPRESSION | <callActivity id="E" calledElement="x"><extensionElements><camunda:in sourceExpression="${x.y}" target="z" /></extensionElements></callActivity>
            EXPRESSION | <userTask id="E"><extensionElements><camunda:inputOutput><camunda:outputParameter name="x"><camunda:map><camunda:entry key="a">${x.y}</camunda:entry></camunda:map></camunda:outputParameter></camunda:inputOutput></extensionElements></userTask>
            EXPRESSION | <userTask id="E"><extensionElements><camunda:taskListener event="create" expression="${x.y}" /></extensionElements></userTask>
            EXPRESSION | <serviceTask id="E"><extensionElements><camunda:failedJobRetryTimeCycle>${x.y}</camunda:failedJobRetryTimeCycle></extensionElements></serviceTask>
            EXPRESSION | <userTask id="E"><multiInstanceLoopCharacteristics camunda:collection="${x.y}" /></userTask>
            EXPRESSION | <userTask id="E"><multiInstanceLoopCharacteristics><loopCardinality>${x.y}</loopCardinality></multiInstanceLoopCharacteristics></userTask>
            EXPRESSION | <userTask id="E"><multiInstanceLoopCharacteristics><completionCondition>${x.y}</completionCondition></multiInstanceLoopCharacteristics></userTask>
            EXPRESSION | <intermediateCatchEvent id="E"><timerEventDefinition><timeDuration>${x.y}</timeDuration></timerEventDefinition></intermediateCatchEvent>
            EXPRESSION | <intermediateCatchEvent id="E"><conditionalEventDefinition><condition xsi:type="tFormalExpression">${x.y}</condition></conditionalEventDefinition></intermediateCatchEvent>
            EXPRESSION | <userTask id="E"><potentialOwner><resourceAssignmentExpression><formalExpression>group(${x.y})</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>
            EXPRESSION | <businessRuleTask id="E" camunda:decisionRef="${x.y}" />
            """)
    void findsCodeInADiagram(CodeRule rule, String element) {
        assertThat(in("wrong.bpmn", DIAGRAM.formatted(element))).anySatisfy(found -> {
            assertThat(found.rule()).isEqualTo(rule);
            assertThat(found.element()).isEqualTo("E");
            assertThat(found.resource()).isEqualTo("wrong.bpmn");
            assertThat(found.sentence()).startsWith("wrong.bpmn, E: ").endsWith(rule.remedy());
        });
    }

    @Test
    void findsCodeInNamesOfMessagesAndSignals() {
        var diagram = DIAGRAM.formatted("").replace("<process", "<message id=\"M\" name=\"${x.y}\" /><process");
        assertThat(in("wrong.bpmn", diagram))
                .extracting(Violation::rule, Violation::element)
                .containsExactly(tuple(CodeRule.EXPRESSION, "M"));
    }

    @Test
    void findsEverythingAtOnce() {
        var elements = "<serviceTask id=\"A\" camunda:class=\"x.Y\" /><userTask id=\"B\" name=\"${x.y}\" />";
        assertThat(in("wrong.bpmn", DIAGRAM.formatted(elements)))
                .extracting(Violation::element, Violation::found)
                .containsExactly(tuple("A", "camunda:class"), tuple("B", "${x.y}"));
    }

    @Test
    void leavesForeignAttributesAlone() {
        var element =
                "<userTask id=\"A\" other:class=\"x\" name=\"a $ and a {\"><documentation>10 $</documentation></userTask>";
        assertThat(in("right.bpmn", DIAGRAM.formatted(element))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "Feel-ish", "http://www.omg.org/spec/FEEL/x/juel"})
    void findsOtherLanguagesInATable(String language) {
        var attribute = "expressionLanguage=\"" + language + "\"";
        for (var table : List.of(
                TABLE.formatted(attribute, "", "", ""),
                TABLE.formatted("", attribute, "", ""),
                TABLE.formatted("", "", attribute, ""),
                TABLE.formatted(
                        "",
                        "",
                        "",
                        "<decision id=\"Rule\" name=\"l\"><literalExpression " + attribute
                                + "><text>1</text></literalExpression></decision>"))) {
            assertThat(in("wrong.dmn", table))
                    .extracting(Violation::rule, Violation::found)
                    .containsExactly(tuple(CodeRule.LANGUAGE, language));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "feel",
                "FEEL",
                "https://www.omg.org/spec/DMN/20191111/FEEL/",
                "http://www.omg.org/spec/FEEL/20140401"
            })
    void leavesFeelAlone(String language) {
        var attribute = "expressionLanguage=\"" + language + "\"";
        assertThat(in("right.dmn", TABLE.formatted(attribute, attribute, attribute, "")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "x.form, UNREADABLE",
        "x.groovy, FILE",
        "x.html, FILE",
        "x.cmmn, FILE",
        "x.js, FILE",
        "x, FILE",
        "x.bpmn, UNREADABLE"
    })
    void findsFilesThatDoNotBelong(String name, CodeRule rule) {
        assertThat(in(name, "anything")).extracting(Violation::rule).containsExactly(rule);
    }

    @Test
    void aFormHasAnId() {
        assertThat(in("x.form", "{\"id\": \"x\", \"components\": []}")).isEmpty();
        for (var wrong : List.of("{}", "[]", "", "{\"id\": 1}", "[".repeat(10_000))) {
            assertThat(in("x.form", wrong)).extracting(Violation::rule).containsExactly(CodeRule.UNREADABLE);
        }
    }

    @Test
    void readsNoEntity() {
        var bomb = "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + DIAGRAM.formatted("&e;");
        assertThat(in("wrong.bpmn", bomb)).extracting(Violation::rule).containsExactly(CodeRule.UNREADABLE);
    }

    private List<Violation> in(String name, String text) {
        return search.search(Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
    }
}
