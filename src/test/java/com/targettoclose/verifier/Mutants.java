package com.targettoclose.verifier;

import com.targettoclose.verifier.game.Parts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Edits that go wrong, made up from the shipped files by one operator each. */
final class Mutants {

    private static final String TABLE = "exit-criteria.dmn";
    private static final List<String> ROADS = List.of("target-to-close.bpmn", "renewal.bpmn");
    private static final int MOST = 11;

    private final Random random;
    private final Map<String, String> files = Shipped.files();
    private final List<Mutant> all = new ArrayList<>();

    /**
     * An edit.
     *
     * @param operator the kind of mistake
     * @param what was done
     */
    record Mutant(String operator, String what, Map<String, String> files) {}

    private Mutants(long seed) {
        this.random = new Random(seed);
    }

    /** Every mutant of a seed. */
    static List<Mutant> of(long seed) {
        var mutants = new Mutants(seed);
        mutants.flows();
        mutants.stageParts();
        mutants.conversations();
        mutants.roadmaps();
        mutants.contents();
        return mutants.all;
    }

    private List<String> stages() {
        return files.keySet().stream().filter(it -> it.startsWith("stage-")).toList();
    }

    private List<String> diagrams() {
        return Stream.concat(ROADS.stream(), stages().stream()).toList();
    }

    private void add(String operator, int most, List<Candidate> candidates) {
        Collections.shuffle(candidates, random);
        candidates.stream()
                .limit(most)
                .forEach(it -> all.add(new Mutant(
                        operator, it.what(), it.edit().apply(new Edit()).files())));
    }

    private record Candidate(String what, UnaryOperator<Edit> edit) {}

    private static Candidate edit(String what, UnaryOperator<Edit> edit) {
        return new Candidate(what, edit);
    }

    private void flows() {
        List<Candidate> dropped = new ArrayList<>();
        List<Candidate> retargeted = new ArrayList<>();
        List<Candidate> added = new ArrayList<>();
        for (var file : diagrams()) {
            var parts = new Parts(files.get(file));
            for (var flow : parts.flows()) {
                dropped.add(edit(file + " " + flow, it -> it.removeFlow(file, flow)));
                parts.targets(flow)
                        .forEach(node -> retargeted.add(
                                edit(file + " " + flow + " to " + node, it -> it.retarget(file, flow, node))));
            }
            parts.pairs()
                    .forEach(pair -> added.add(edit(
                            file + " " + pair.get(0) + " to " + pair.get(1),
                            it -> it.flow(file, "Flow_Mutant", pair.get(0), pair.get(1), ""))));
        }
        add("flow dropped", 60, dropped);
        add("flow retargeted", 90, retargeted);
        add("flow added", 40, added);
    }

    private void stageParts() {
        perStage(
                "condition removed",
                MOST,
                "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">[^<]*</bpmn:conditionExpression>",
                "");
        perStage("condition made true", MOST, "tFormalExpression\">\\$\\{[^<]*}<", "tFormalExpression\">\\${true}<");
        perStage("condition made false", MOST, "tFormalExpression\">\\$\\{[^<]*}<", "tFormalExpression\">\\${false}<");
        perStage("met by another answer", MOST, "exitCriteria == 'met'", "exitCriteria == 'owed-here'");
        perStage("owed earlier by another answer", MOST, "'owed-earlier'", "'met'");
        perStage("condition misspelt", MOST, "exitCriteria == 'met'", "exitCriterion == 'met'");
        perStage(
                "default swapped", MOST, "default=\"Flow_ExitCriteria_OwedHere\"", "default=\"Flow_ExitCriteria_Met\"");
        perStage(
                "default to the map",
                MOST,
                "default=\"Flow_ExitCriteria_OwedHere\"",
                "default=\"Flow_ExitCriteria_OwedEarlier\"");
        perStage("default removed", MOST, " default=\"[^\"]*\"", "");
        perStage("gate taken out", MOST, "camunda:delegateExpression=\"\\$\\{verifyExitCriteria}\"", "");
        perStage("gate does something else", MOST, "\\$\\{verifyExitCriteria}", "\\${submitHandOver}");
        perStage(
                "gate's decision set",
                MOST,
                "<bpmn:incoming>Flow_AtTheGate_VerifyExitCriteria</bpmn:incoming>",
                "<bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name=\"exitCriteria\">met</camunda:outputParameter>"
                        + "</camunda:inputOutput></bpmn:extensionElements>$0");
        perStage(
                "script added",
                MOST,
                "camunda:delegateExpression=\"\\$\\{verifyExitCriteria}\"",
                "camunda:expression=\"\\${execution.setVariable('exitCriteria', 'met')}\"");
        perStage(
                "pause behind the gate",
                MOST,
                "(id=\"(Gateway_ExitCriteria|Gateway_StillOwed)\")",
                "$1 camunda:asyncBefore=\"true\"");
        perStage(
                "pause after the gate",
                MOST,
                "camunda:asyncBefore=\"true\"",
                "camunda:asyncBefore=\"true\" camunda:asyncAfter=\"true\"");
        perStage("passed end just ends", MOST, "<bpmn:terminateEventDefinition [^>]*/>", "");
        perStage("way back just ends", MOST, "<bpmn:errorEventDefinition [^>]*/>", "");
        perStage(
                "way back passes",
                MOST,
                "<bpmn:errorEventDefinition [^>]*/>",
                "<bpmn:terminateEventDefinition id=\"Mutant\" />");
        perStage("error of another name", MOST, "errorCode=\"back-to-the-map\"", "errorCode=\"back\"");
        List<Candidate> forks = new ArrayList<>();
        stages().forEach(file -> Stream.of("exclusiveGateway", "parallelGateway")
                .forEach(type -> forks.add(
                        edit(file + " " + type, it -> it.replace(file, "bpmn:inclusiveGateway", "bpmn:" + type)))));
        add("fork of another type", MOST, forks);
        List<Candidate> merges = new ArrayList<>();
        stages().forEach(file -> Stream.of("inclusiveGateway", "parallelGateway")
                .forEach(type -> merges.add(edit(file + " " + type, it -> merge(file, it, type)))));
        add("merge of another type", MOST, merges);
    }

    /** The first exclusive gateway of a stage brings its ways together. */
    private Edit merge(String file, Edit edit, String type) {
        return edit.replaceFirst(file, "<bpmn:exclusiveGateway ", "<bpmn:" + type + " ")
                .replaceFirst(file, "</bpmn:exclusiveGateway>", "</bpmn:" + type + ">");
    }

    /** The id of a conversation changes everywhere but in its condition. */
    private Candidate renamed(String file, String id) {
        return edit(
                file + " " + id,
                it -> it.replace(file, id, id + "Anew").replace(file, "'" + id + "Anew'", "'" + id + "'"));
    }

    private void conversations() {
        List<Candidate> renamed = new ArrayList<>();
        stages().forEach(file -> Pattern.compile("<bpmn:userTask id=\"([^\"]*)\"")
                .matcher(files.get(file))
                .results()
                .forEach(task -> renamed.add(renamed(file, task.group(1)))));
        add("conversation renamed", MOST, renamed);
        perStage(
                "condition of another conversation",
                MOST,
                "owed\\.contains\\('UserTask_",
                "owed.contains('UserTask_Other");
        perStage("item of another name", MOST, "(name=\"commitment\" value=\")", "$1re-");
        perStage("outcomes forgotten", MOST, "name=\"outcomes\"", "name=\"notes\"");
        perStage(
                "asked of several at once",
                MOST,
                "</bpmn:userTask>",
                "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>");
        perStage("somebody else's conversation", MOST, "\\$\\{opportunity.owner\\(execution\\)}", "rep1");
        perStage("form not bound", MOST, "camunda:formRefBinding=\"deployment\"", "camunda:formRefBinding=\"latest\"");
        List<Candidate> fields = new ArrayList<>();
        List<Candidate> forms = new ArrayList<>();
        files.keySet().stream()
                .filter(it -> files.get(it).contains("State\"") && it.endsWith(".form") && !it.startsWith("record-"))
                .forEach(form -> {
                    forms.add(edit(form, it -> it.remove(form)));
                    Pattern.compile("\"key\": \"(\\w+(State|Words|Link|Proof)|contact)\"")
                            .matcher(files.get(form))
                            .results()
                            .forEach(key -> fields.add(edit(
                                    form + " " + key.group(1),
                                    it -> it.replaceFirst(form, key.group(), "\"key\": \"lost\""))));
                });
        add("form field lost", MOST, fields);
        add("form lost", MOST, forms);
    }

    private void roadmaps() {
        perRoad("stage unknown", "calledElement=\"stage-", "calledElement=\"stage-x");
        perRoad("stage twice", "calledElement=\"stage-[^\"]*\"", "calledElement=\"stage-negotiation\"");
        perRoad("deal not handed on", "<camunda:in businessKey=\"[^\"]*\" />", "");
        perRoad(
                "stage of any version",
                "camunda:calledElementBinding=\"deployment\"",
                "camunda:calledElementBinding=\"latest\"");
        perRoad("message of another name", "(<bpmn:message id=\"[^\"]*\" name=\")", "$1a-");
        perRoad("error of another name", "errorCode=\"back-to-the-map\"", "errorCode=\"back\"");
        perRoad(
                "boundary event stops nothing",
                "(<bpmn:boundaryEvent id=\"[^\"]*(?<!OwedEarlier)(?<!OwedBeforeTheWin)\")",
                "$1 cancelActivity=\"false\"");
        perRoad("boundary event on one stage only", "attachedToRef=\"SubProcess_Pursue\"", "attachedToRef=\"MUTANT\"");
        perRoad("status lost", "<camunda:property name=\"opportunityStatus\" value=\"[^\"]*\" />", "");
        perRoad("status unknown", "name=\"opportunityStatus\" value=\"", "name=\"opportunityStatus\" value=\"un");
        perRoad("lost counts as won", "value=\"lost\"", "value=\"won\"");
    }

    private void contents() {
        perFile(TABLE, "row asks for an unknown item", "(<outputEntry id=\"\\w+_Item\">\\s*<text>\")", "$1un");
        perFile(TABLE, "row of an unknown stage", "(<inputEntry id=\"\\w+_Stage\">\\s*<text>\")", "$1un");
        perFile(
                TABLE,
                "row of an earlier stage",
                "(<inputEntry id=\"\\w+_Stage\">\\s*<text>)\"(?!target|renewal-value)[a-z-]*\"",
                "$1\"target\"");
        perFile(TABLE, "row waived by nobody known", "(<outputEntry id=\"\\w+_WaivableBy\">\\s*<text>\")", "$1x");
        perFile(TABLE, "row that cannot be read", "(<inputEntry id=\"\\w+_DealType\">\\s*<text>)[^<]*", "$1)(");
        perFile(TABLE, "stage left without a table", "id=\"exit-criteria\"", "id=\"exit-criterion\"");
        List<Candidate> lost = new ArrayList<>();
        stages().forEach(file -> lost.add(edit(file, it -> it.remove(file))));
        lost.add(edit(TABLE, it -> it.remove(TABLE)));
        add("file lost", MOST, lost);
    }

    private void perStage(String operator, int most, String pattern, String to) {
        List<Candidate> candidates = new ArrayList<>();
        stages().forEach(file -> each(file, pattern, to, candidates));
        add(operator, most, candidates);
    }

    private void perRoad(String operator, String pattern, String to) {
        List<Candidate> candidates = new ArrayList<>();
        ROADS.forEach(file -> {
            var first = Pattern.compile("<bpmn:callActivity id=\"([^\"]*)\"").matcher(files.get(file));
            each(file, pattern, first.find() ? to.replace("MUTANT", first.group(1)) : to, candidates);
        });
        add(operator, MOST, candidates);
    }

    private void perFile(String file, String operator, String pattern, String to) {
        List<Candidate> candidates = new ArrayList<>();
        each(file, pattern, to, candidates);
        add(operator, MOST, candidates);
    }

    /** One candidate for each place in which a pattern stands. */
    private void each(String file, String pattern, String to, List<Candidate> candidates) {
        var found = Pattern.compile(pattern).matcher(files.get(file));
        for (int i = 0; found.find(); i++) {
            var edited = new StringBuilder();
            var at = Pattern.compile(pattern).matcher(files.get(file));
            for (int j = 0; j <= i; j++) {
                at.find();
            }
            var replaced = Pattern.compile(pattern).matcher(at.group()).replaceFirst(to);
            edited.append(files.get(file), 0, at.start())
                    .append(replaced)
                    .append(files.get(file).substring(at.end()));
            candidates.add(edit(file + " at " + at.start(), it -> it.add(file, edited.toString())));
        }
    }
}
