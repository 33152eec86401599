package com.targettoclose.edition.difference;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.verifier.Edit;
import com.targettoclose.verifier.Shipped;
import com.targettoclose.verifier.design.Design;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What changed between two designs")
class DifferenceTests {

    private static final String TARGET = "stage-target.bpmn";
    private static final String DISCOVERY = "stage-discovery.bpmn";
    private static final String DIAGNOSIS = "stage-diagnosis.bpmn";
    private static final String ROADMAP = "target-to-close.bpmn";
    private static final String RENEWAL = "renewal.bpmn";
    private static final String TABLE = "exit-criteria.dmn";
    private static final String FORM = "earn-the-meeting.form";
    private static final String REASONS = "closing-reasons.dmn";

    private static Difference after(UnaryOperator<Edit> edit) {
        return Difference.between(
                Shipped.design(Shipped.files()),
                Shipped.design(edit.apply(new Edit()).files()));
    }

    /** What is told when the edit is taken back. */
    private static Difference undoing(UnaryOperator<Edit> edit) {
        return Difference.between(Shipped.design(edit.apply(new Edit()).files()), Shipped.design(Shipped.files()));
    }

    private static List<String> says(Difference difference) {
        return difference.changes().stream().map(Change::says).toList();
    }

    private static String rule(String id) {
        var text = Shipped.files().get(TABLE);
        int from = text.indexOf("<rule id=\"" + id + "\">");
        return text.substring(from, text.indexOf("</rule>", from) + "</rule>".length());
    }

    private static String cell(String rule, String column, String text) {
        return "id=\"" + rule + "_" + column + "\">\n          <text>" + text + "</text>";
    }

    private static UnaryOperator<Edit> cell(String rule, String column, String from, String to) {
        return it -> it.replace(TABLE, cell(rule, column, from), cell(rule, column, to));
    }

    @Test
    @DisplayName("nothing, where nothing changed")
    void nothing() {
        var files = Shipped.design(Shipped.files());
        assertThat(Difference.between(files, files).isEmpty()).isTrue();
        assertThat(after(it -> it).isEmpty()).isTrue();
    }

    @Test
    @DisplayName("what weakens comes first")
    void order() {
        var difference = after(it -> cell("Rule_Change", "WaivableBy", "\"leader\"", "\"manager\"")
                .apply(it.replace(ROADMAP, "name=\"Enter the map\"", "name=\"Enter\"")
                        .replace(TARGET, "name=\"Target\"", "name=\"Aim\"")));
        assertThat(difference.changes().stream().map(Change::subject))
                .containsExactly(Subject.REQUIREMENT, Subject.STAGE, Subject.ELEMENT);
        assertThat(difference.weakening()).singleElement().matches(Change::weakens);
    }

    @Nested
    @DisplayName("of requirements")
    class Requirements {

        @Test
        @DisplayName("one is required no more")
        void removed() {
            var difference = after(it -> it.replace(TABLE, rule("Rule_Explore"), ""));
            assertThat(difference.changes())
                    .containsExactly(new Change(
                            Subject.REQUIREMENT,
                            Kind.REMOVED,
                            TABLE,
                            "Rule_Explore",
                            "The client will share information",
                            "Discovery no longer requires 'The client will share information' (explore).",
                            true));
        }

        @Test
        @DisplayName("one is added, which weakens nothing")
        void added() {
            var difference = undoing(it -> it.replace(TABLE, rule("Rule_AgendaAgreed"), ""));
            assertThat(says(difference))
                    .containsExactly("Discovery now requires 'We agreed with the client what we examine together'"
                            + " (agenda-agreed): new business from 10,000.");
            assertThat(difference.weakens()).isFalse();
        }

        @Test
        @DisplayName("a border of the deal value is moved up, which weakens, or down, which does not")
        void border() {
            var edit = cell("Rule_AgendaAgreed", "DealValue", "&gt;= 10000", "&gt;= 50000");
            assertThat(says(after(edit)))
                    .containsExactly("Discovery no longer requires 'We agreed with the client what we examine together'"
                            + " (agenda-agreed): new business from 10,000 to below 50,000.");
            assertThat(after(edit).weakens()).isTrue();
            assertThat(undoing(edit).weakens()).isFalse();
        }

        @Test
        @DisplayName("a small deal need not meet one any more")
        void smallDeals() {
            var difference = after(cell("Rule_Explore", "DealValue", "-", "&gt;= 10000"));
            assertThat(says(difference))
                    .containsExactly("Discovery no longer requires 'The client will share information' (explore):"
                            + " new business below 10,000.");
            assertThat(difference.weakens()).isTrue();
        }

        @Test
        @DisplayName("values are written otherwise and mean the same")
        void sameValues() {
            var difference =
                    after(cell("Rule_AgendaAgreed", "DealValue", "&gt;= 10000", "[10000..9999999999999999999)"));
            assertThat(says(difference))
                    .containsExactly("The file 'exit-criteria.dmn' changed in details that are not listed here.");
        }

        @Test
        @DisplayName("one that was asked of every deal is asked of one type only")
        void type() {
            var difference = after(cell("Rule_RenewalInvest", "DealType", "-", "\"renewal\""));
            assertThat(says(difference))
                    .containsExactly(
                            "Renewal no longer requires 'The client accepts the investment' (invest): new business.");
        }

        @Test
        @DisplayName("somebody lower may waive it, which weakens, or somebody higher, which does not")
        void waivable() {
            var edit = cell("Rule_Collaborate", "WaivableBy", "\"manager\"", "\"leader\"");
            assertThat(says(undoing(edit)))
                    .containsExactly("'The client will design the solution with us' (collaborate) in Diagnosis"
                            + " may now be waived by a manager; it was a leader.");
            assertThat(undoing(edit).weakens()).isTrue();
            assertThat(after(edit).weakens()).isFalse();
            assertThat(after(cell("Rule_Decide", "WaivableBy", "\"nobody\"", "\"leader\""))
                            .weakens())
                    .isTrue();
        }

        @Test
        @DisplayName("it is called what its own stage calls it")
        void called() {
            assertThat(says(after(cell("Rule_RenewalChange", "WaivableBy", "\"leader\"", "\"manager\""))))
                    .containsExactly("'The client will go on with the change' (change) in Value so far"
                            + " may now be waived by a manager; it was a leader.");
        }

        @Test
        @DisplayName("less proof weakens, more proof does not")
        void proof() {
            var edit = cell("Rule_Decide", "Proof", "\"claimed\"", "\"none\"");
            assertThat(says(after(edit)))
                    .containsExactly("'The client has decided for us and signed' (decide) in Negotiation"
                            + " now needs no proof; it needed claimed proof: new business.");
            assertThat(after(edit).weakens()).isTrue();
            assertThat(undoing(edit).weakens()).isFalse();
        }

        @ParameterizedTest(name = "after ''{0}'' days")
        @ValueSource(strings = {"120", ""})
        @DisplayName("it lapses later or never, which weakens")
        void lapsesLater(String days) {
            assertThat(after(cell("Rule_Time", "LapsesAfterDays", "90", days)).weakens())
                    .isTrue();
            assertThat(undoing(cell("Rule_Time", "LapsesAfterDays", "90", days)).weakens())
                    .isFalse();
        }

        @Test
        @DisplayName("it never lapses, in words")
        void lapsesNever() {
            assertThat(says(after(cell("Rule_Time", "LapsesAfterDays", "90", ""))))
                    .containsExactly(
                            "'The client will meet us' (time) in Target now never lapses; it lapsed after 90 days.");
        }

        @Test
        @DisplayName("one that moves to a later stage weakens, to an earlier one it does not")
        void moved() {
            var edit = cell("Rule_Explore", "Stage", "\"discovery\"", "\"diagnosis\"");
            assertThat(says(after(edit)))
                    .containsExactly("'The client will share information' (explore) moved from Discovery to Diagnosis,"
                            + " a later stage.");
            assertThat(after(edit).weakens()).isTrue();
            assertThat(says(undoing(edit)))
                    .containsExactly(
                            "'The client will share information' (explore) moved from Diagnosis to Discovery.");
            assertThat(undoing(edit).weakens()).isFalse();
        }

        @Test
        @DisplayName("one that moves and may be waived by somebody lower weakens for that")
        void movedAndLowered() {
            var lowered =
                    rule("Rule_Change").replace("\"leader\"", "\"manager\"").replace("\"discovery\"", "\"target\"");
            assertThat(says(after(it -> it.replace(TABLE, rule("Rule_Change"), lowered))))
                    .containsExactly(
                            "'The client will change' (change) in Target may now be waived by a manager; it was a leader.",
                            "'The client will change' (change) moved from Discovery to Target: new business.");
        }

        @Test
        @DisplayName("one that moves behind the win is required no more")
        void movedBehindTheWin() {
            var difference = after(cell("Rule_Explore", "Stage", "\"discovery\"", "\"execution\""));
            assertThat(says(difference))
                    .containsExactly(
                            "Discovery no longer requires 'The client will share information' (explore).",
                            "Execution now requires 'The client will share information' (explore): new business.");
        }

        @Test
        @DisplayName("two rows for one item count as the stricter")
        void twice() {
            var like =
                    rule("Rule_Explore").replace("Rule_Explore", "Rule_Again").replace("\"manager\"", "\"leader\"");
            var difference = after(it -> it.replace(TABLE, rule("Rule_Explore"), rule("Rule_Explore") + like));
            assertThat(says(difference))
                    .containsExactly("'The client will share information' (explore) in Discovery"
                            + " may now be waived by a leader; it was a manager.");
            assertThat(difference.weakens()).isFalse();
        }

        @Test
        @DisplayName("without the table nothing is required any more")
        void noTable() {
            var difference = after(it -> it.remove(TABLE));
            assertThat(difference.weakening()).hasSizeGreaterThan(20);
            assertThat(says(difference)).contains("The table 'Exit criteria' is removed.");
        }
    }

    @Nested
    @DisplayName("of roadmaps and stages")
    class Roadmaps {

        private static Edit withoutDiscovery(Edit edit) {
            return edit.retarget(ROADMAP, "Flow_Target_Discovery", "CallActivity_Diagnosis")
                    .removeFlow(ROADMAP, "Flow_Discovery_Diagnosis");
        }

        @Test
        @DisplayName("a stage before the win is called no more, which weakens")
        void stageDropped() {
            var difference = after(Roadmaps::withoutDiscovery);
            assertThat(difference.weakening())
                    .containsExactly(new Change(
                            Subject.ROADMAP,
                            Kind.CHANGED,
                            ROADMAP,
                            "target-to-close",
                            "Target to close",
                            "The roadmap 'Target to close' no longer leads through Discovery.",
                            true));
        }

        @Test
        @DisplayName("a stage is called anew, which weakens nothing")
        void stageAdded() {
            var difference = undoing(Roadmaps::withoutDiscovery);
            assertThat(says(difference))
                    .contains("The roadmap 'Target to close' now leads through Discovery, after Target.");
            assertThat(difference.weakens()).isFalse();
        }

        @Test
        @DisplayName("the renewal's short way is opened to new business, which weakens")
        void opened() {
            var difference = after(it -> it.replace(RENEWAL, "value=\"renewal\"", "value=\"renewal,new-business\""));
            assertThat(says(difference))
                    .containsExactly(
                            "The roadmap 'Renewal' now takes new business, and asks less of it than 'Target to close'.",
                            "The roadmap for new business is now 'Renewal', which asks less; it was 'Target to close'.");
            assertThat(difference.weakens()).isTrue();
        }

        @Test
        @DisplayName("a roadmap that names no deal types any more takes every deal")
        void openedToAll() {
            var difference = after(it -> it.replace(RENEWAL, "name=\"dealTypes\"", "name=\"meant\""));
            assertThat(says(difference))
                    .contains(
                            "The roadmap 'Renewal' now takes new business, and asks less of it than 'Target to close'.")
                    .contains("The roadmap for renewals is now 'Target to close', which asks less; it was 'Renewal'.");
        }

        @Test
        @DisplayName("a new roadmap weakens where it asks less than the one on which such deals started")
        void newRoadmap() {
            assertThat(says(undoing(it -> it.remove(RENEWAL)))).contains("The roadmap 'Renewal' is new, for renewals.");
            var fast = Shipped.files()
                    .get(RENEWAL)
                    .replace("id=\"renewal\"", "id=\"fast\"")
                    .replace("name=\"Renewal\" isExecutable", "name=\"Fast\" isExecutable")
                    .replace("value=\"renewal\"", "value=\"new-business\"");
            assertThat(after(it -> it.add("fast.bpmn", fast)).weakening().stream()
                            .map(Change::says))
                    .contains("The roadmap 'Fast' is new, for new business, and asks less of new business than"
                            + " 'Target to close'.");
        }

        @Test
        @DisplayName("a roadmap is removed, and such deals start on one that asks less")
        void removed() {
            assertThat(says(after(it -> it.remove(RENEWAL))))
                    .containsExactly(
                            "The roadmap for renewals is now 'Target to close', which asks less; it was 'Renewal'.",
                            "The roadmap 'Renewal' is removed.");
        }

        @Test
        @DisplayName("two stages change places")
        void order() {
            var difference = after(it -> it.replace(ROADMAP, "stage-target\"", "stage-x\"")
                    .replace(ROADMAP, "stage-discovery\"", "stage-target\"")
                    .replace(ROADMAP, "stage-x\"", "stage-discovery\""));
            assertThat(says(difference))
                    .contains(
                            "The roadmap 'Target to close' leads through its stages in another order: Discovery, Target,"
                                    + " Diagnosis, Presentation, Negotiation and Execution.");
        }

        @Test
        @DisplayName("the win comes earlier, which weakens what now lies behind it")
        void win() {
            var difference = after(it -> it.replace(ROADMAP, "value=\"won\"", "value=\"winning\"")
                    .replaceFirst(
                            ROADMAP,
                            "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />\n        </bpmn:extensionElements>"
                                    + "\n        <bpmn:incoming>Flow_Presentation_Negotiation",
                            "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />"
                                    + "<camunda:properties><camunda:property name=\"opportunityStatus\" value=\"won\" />"
                                    + "</camunda:properties></bpmn:extensionElements>"
                                    + "\n        <bpmn:incoming>Flow_Presentation_Negotiation"));
            assertThat(difference.weakening().stream().map(Change::says))
                    .containsExactly("The roadmap 'Target to close' now leads through Negotiation after the win; it was"
                            + " before it.");
        }

        @Test
        @DisplayName("a client may be silent for longer")
        void stallDays() {
            assertThat(says(after(it ->
                            it.replace(TARGET, "name=\"stallDays\" value=\"21\"", "name=\"stallDays\" value=\"30\""))))
                    .containsExactly(
                            "A deal in Target now counts as stalled after 30 days without word from the client;"
                                    + " it was after 21 days without word from the client.");
        }

        @Test
        @DisplayName("a stage has another name")
        void renamed() {
            assertThat(says(after(it -> it.replace(TARGET, "name=\"Target\"", "name=\"Aim\""))))
                    .containsExactly("The stage 'Aim' is renamed; it was 'Target'.");
        }
    }

    @Nested
    @DisplayName("of conversations")
    class Conversations {

        @Test
        @DisplayName("one is renamed")
        void renamed() {
            assertThat(after(it -> it.replace(TARGET, "name=\"Earn the meeting\"", "name=\"Earn the first meeting\""))
                            .changes())
                    .containsExactly(new Change(
                            Subject.CONVERSATION,
                            Kind.CHANGED,
                            TARGET,
                            "UserTask_EarnTheMeeting",
                            "Earn the first meeting",
                            "The conversation 'Earn the first meeting' is renamed; it was 'Earn the meeting'.",
                            false));
        }

        /** A second conversation, which yields what the first does. */
        private static Edit another(Edit edit) {
            var task = "<bpmn:userTask id=\"UserTask_Another\" name=\"Call again\"><bpmn:extensionElements>"
                    + "<camunda:properties><camunda:property name=\"outcomes\" value=\"fit-hypothesis: We fit\" />"
                    + "</camunda:properties></bpmn:extensionElements>"
                    + "</bpmn:userTask>";
            return edit.node(TARGET, "UserTask_EarnTheMeeting", task, "UserTask_Another");
        }

        @Test
        @DisplayName("one is added, or removed")
        void added() {
            assertThat(says(after(Conversations::another)))
                    .containsExactly("The conversation 'Call again' is new in Target.");
            assertThat(says(undoing(Conversations::another)))
                    .containsExactly("The conversation 'Call again' is removed from Target.");
        }

        @Test
        @DisplayName("one moves to another stage")
        void moved() {
            var text = Shipped.files().get(DIAGNOSIS);
            int from = text.indexOf("<bpmn:userTask id=\"UserTask_BuildConsensus\"");
            int to = text.indexOf("</bpmn:userTask>", from) + "</bpmn:userTask>".length();
            var task = text.substring(from, to);
            var difference = after(it -> it.replace(DIAGNOSIS, task, "")
                    .node(DISCOVERY, "UserTask_ExploreTheNeedToChange", task, "UserTask_BuildConsensus"));
            assertThat(says(difference))
                    .contains("The conversation 'Build consensus' moved from Diagnosis to Discovery.")
                    .noneMatch(it -> it.contains("'Build consensus' is "));
            assertThat(difference.weakens()).isFalse();
        }

        @Test
        @DisplayName("what one is for, yields and takes is put otherwise")
        void otherwise() {
            var difference = after(it -> it.replace(TARGET, "Be worth the client's time.", "Be brief.")
                    .replace(TARGET, "name=\"targetDays\" value=\"14\"", "name=\"targetDays\" value=\"7\"")
                    .replace(TARGET, "time: The client will meet us", "time: The client gives us an hour")
                    .replace(TARGET, "&#10;value-for-client: We know what", "&#10;gain: We know what")
                    .replace(
                            TARGET,
                            "name=\"valueForClient\"",
                            "name=\"declinedMeans\" value=\"lost\" /><camunda:property name=\"valueForClient\"")
                    .replace(TARGET, "camunda:formRef=\"earn-the-meeting\"", "camunda:formRef=\"other\"")
                    .replace(TARGET, "${opportunity.owner(execution)}", "anna"));
            assertThat(says(difference))
                    .containsExactlyInAnyOrder(
                            "The purpose of 'Earn the meeting' is now: Be brief.",
                            "'Earn the meeting' is to be held within 7 days; it was within 14 days.",
                            "In 'Earn the meeting', 'The client gives us an hour' (time) is worded anew; it was 'The"
                                    + " client will meet us'.",
                            "'Earn the meeting' no longer yields 'We know what the client gains from meeting us'"
                                    + " (value-for-client).",
                            "'Earn the meeting' now yields 'We know what the client gains from meeting us' (gain).",
                            "A declined commitment of 'Earn the meeting' now means 'lost'; it meant no ending.",
                            "'Earn the meeting' now has the form 'other'; it had the form 'earn-the-meeting'.",
                            "The conversation 'Earn the meeting' is changed in who gets it.");
            assertThat(difference.weakens()).isFalse();
        }
    }

    @Nested
    @DisplayName("of drawings")
    class Drawings {

        @Test
        @DisplayName("shapes that moved are one line, and weaken nothing")
        void moved() {
            var difference = after(it -> it.replace(TARGET, "<dc:Bounds x=\"", "<dc:Bounds x=\"1"));
            assertThat(difference.changes())
                    .containsExactly(new Change(
                            Subject.FILE,
                            Kind.CHANGED,
                            TARGET,
                            "",
                            TARGET,
                            "The drawing of Target was rearranged.",
                            false));
        }

        @Test
        @DisplayName("a flow is taken on another condition")
        void condition() {
            var difference =
                    after(it -> it.replace(DISCOVERY, "${exitCriteria == 'met'}", "${exitCriteria == 'owed'}"));
            assertThat(difference.changes())
                    .containsExactly(new Change(
                            Subject.ELEMENT,
                            Kind.CHANGED,
                            DISCOVERY,
                            "Flow_ExitCriteria_Met",
                            "met",
                            "The flow 'met' from 'Exit criteria?' to 'Stage passed' in Discovery is taken on"
                                    + " ${exitCriteria == 'owed'}; it was taken on ${exitCriteria == 'met'}.",
                            false));
        }

        @Test
        @DisplayName("a flow leads elsewhere, comes or goes")
        void flows() {
            assertThat(says(after(
                            it -> it.retarget(TARGET, "Flow_EarnTheMeeting_AtTheGate", "EndEvent_OthersAreOpen"))))
                    .containsExactly(
                            "The flow from 'Earn the meeting' to 'Others are open' in Target led to 'At the gate'"
                                    + " before.");
            assertThat(says(after(it -> it.removeFlow(TARGET, "Flow_EarnTheMeeting_AtTheGate"))))
                    .containsExactly("Target no longer has the flow from 'Earn the meeting' to 'At the gate'.");
            assertThat(says(undoing(it -> it.removeFlow(TARGET, "Flow_EarnTheMeeting_AtTheGate"))))
                    .containsExactly("Target has a new flow from 'Earn the meeting' to 'At the gate'.");
        }

        @Test
        @DisplayName("a node is renamed, changed, replaced by another kind")
        void nodes() {
            assertThat(says(after(it -> it.replace(TARGET, "name=\"At the gate\"", "name=\"Ask the ledger\""))))
                    .containsExactly("The gateway 'Ask the ledger' in Target is renamed; it was 'At the gate'.");
            assertThat(says(after(
                            it -> it.replace(TARGET, "camunda:asyncBefore=\"true\"", "camunda:asyncAfter=\"true\"")
                                    .replace(TARGET, "The gate: it holds", "It holds"))))
                    .containsExactly("The task 'Verify exit criteria' in Target is changed in its 'asyncAfter', its"
                            + " 'asyncBefore' and its description.");
            assertThat(says(after(it -> it.replace(TARGET, "bpmn:serviceTask", "bpmn:sendTask"))))
                    .containsExactly("The task 'Verify exit criteria' in Target is changed in its kind.");
            assertThat(says(after(it -> it.replace(ROADMAP, "name=\"Discovery\"", "name=\"Explore\""))))
                    .containsExactly("The stage 'Explore' in Target to close is renamed; it was 'Discovery'.");
        }

        @Test
        @DisplayName("events hear another message, though they themselves stay as they are")
        void messages() {
            assertThat(says(after(it -> it.replace(ROADMAP, "name=\"opportunity-lost\"", "name=\"lost\""))))
                    .containsExactly("The event 'Lost' in Target to close is changed in its message.");
        }

        @Test
        @DisplayName("what a diagram says of itself")
        void whole() {
            assertThat(says(after(it -> it.replace(TARGET, "P1825D", "P3650D"))))
                    .containsExactly("The stage 'Target' is changed in how long its history is kept.");
            assertThat(says(after(it ->
                            it.replace("hand-over.bpmn", "name=\"Hand over\" isExec", "name=\"Pass on\" isExec"))))
                    .containsExactly("The diagram 'Pass on' is renamed; it was 'Hand over'.");
        }

        @Test
        @DisplayName("a diagram comes, goes or gets another file")
        void diagrams() {
            assertThat(says(after(it -> it.remove("hand-over.bpmn"))))
                    .containsExactly("The diagram 'Hand over' is removed.");
            assertThat(says(undoing(it -> it.remove("hand-over.bpmn"))))
                    .containsExactly("The diagram 'Hand over' is new.");
            assertThat(says(after(it -> it.rename("hand-over.bpmn", "pass-on.bpmn"))))
                    .containsExactly("The file 'hand-over.bpmn' is removed.", "The file 'pass-on.bpmn' is new.");
        }
    }

    @Nested
    @DisplayName("of forms and other tables")
    class Others {

        private static String field(String key) {
            return "{\"type\": \"textfield\", \"key\": \"" + key + "\", \"id\": \"F_" + key + "\"},";
        }

        @Test
        @DisplayName("a field is added, or removed")
        void field() {
            UnaryOperator<Edit> edit =
                    it -> it.replaceFirst(FORM, "\"components\": [", "\"components\": [" + field("budget"));
            assertThat(after(edit).changes())
                    .containsExactly(new Change(
                            Subject.FORM,
                            Kind.CHANGED,
                            FORM,
                            "earn-the-meeting",
                            "Earn the meeting",
                            "The form of 'Earn the meeting' asks for a new field 'budget'.",
                            false));
            assertThat(says(undoing(edit)))
                    .containsExactly("The form of 'Earn the meeting' no longer asks for 'budget'.");
        }

        @Test
        @DisplayName("many fields are cut after five")
        void many() {
            var fields = field("a") + field("b") + field("c") + field("d") + field("e") + field("f") + field("g");
            assertThat(says(after(it -> it.replaceFirst(FORM, "\"components\": [", "\"components\": [" + fields))))
                    .singleElement()
                    .asString()
                    .endsWith("asks for new fields 'a', 'b', 'c', 'd', 'e' and 2 more.");
        }

        @Test
        @DisplayName("a field asks, checks and offers otherwise")
        void fieldChanged() {
            var difference =
                    after(it -> it.replace(FORM, "\"Has the client agreed to meet you?\"", "\"Will they meet you?\"")
                            .replace(FORM, "\"value\": \"email\"", "\"value\": \"mail\"")
                            .replaceFirst(
                                    FORM,
                                    "\"key\": \"timeWords\",",
                                    "\"key\": \"timeWords\", \"validate\": {\"required\": true},")
                            .replace(FORM, "Best here: the calendar", "Best: the calendar")
                            .replace(FORM, "### What you learned", "### Learned"));
            assertThat(says(difference))
                    .containsExactly("The form of 'Earn the meeting' offers other choices for 'channel', asks for"
                            + " 'timeState' in other words, now insists on 'timeWords', shows 'timeProof'"
                            + " otherwise and shows other texts between its fields.");
        }

        @Test
        @DisplayName("fields that only stand elsewhere are no change of the form")
        void layout() {
            assertThat(says(after(it -> it.replace(FORM, "\"Row_8\"", "\"Row_88\""))))
                    .containsExactly("The file 'earn-the-meeting.form' changed in details that are not listed here.");
        }

        @Test
        @DisplayName("a form is added, or removed")
        void form() {
            assertThat(says(after(it -> it.remove(FORM))))
                    .containsExactly("The form of 'Earn the meeting' is removed.");
            assertThat(says(after(it -> it.add("x.form", "{\"id\": \"x\", \"components\": []}"))))
                    .containsExactly("The form 'x' is new.");
        }

        @Test
        @DisplayName("a reason for closing is added, removed or put otherwise")
        void reasons() {
            var text = Shipped.files().get(REASONS);
            int from = text.indexOf("<rule id=\"Rule_LostPrice\">");
            var price = text.substring(from, text.indexOf("</rule>", from) + "</rule>".length());
            UnaryOperator<Edit> edit = it -> it.replace(REASONS, price, "");
            assertThat(says(undoing(edit)))
                    .containsExactly(
                            "The table 'Closing reasons' has the new row 'lost, price, The price or the terms'.");
            assertThat(says(after(edit)))
                    .containsExactly(
                            "The table 'Closing reasons' no longer has the row 'lost, price, The price or the terms'.");
            assertThat(says(after(it -> it.replace(REASONS, "The price or the terms", "Too dear"))))
                    .containsExactly("The table 'Closing reasons' has the row 'lost, price, Too dear' instead of 'lost,"
                            + " price, The price or the terms'.");
            assertThat(says(after(it -> it.replace(REASONS, "hitPolicy=\"COLLECT\"", "hitPolicy=\"FIRST\""))))
                    .containsExactly("The table 'Closing reasons' has other columns or picks its rows otherwise.");
        }
    }

    @Nested
    @DisplayName("whatever the files hold")
    class Broken {

        private static final String NAMELESS =
                "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                        + " targetNamespace=\"x\"><bpmn:process><bpmn:startEvent /><bpmn:task /><bpmn:sequenceFlow />"
                        + "</bpmn:process></bpmn:definitions>";

        private static final String NO_TABLE =
                "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" namespace=\"x\">"
                        + "<decision id=\"exit-criteria\" name=\"e\" /></definitions>";

        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {TARGET, ROADMAP, TABLE, REASONS, FORM, "notes.txt", "odd.bpmn", "odd.dmn", "odd.form"})
        @DisplayName("nothing is thrown, and something is told")
        void nothingIsThrown(String file) {
            for (var text : List.of(
                    "", "{", "{}", "[]", "<", "<x/>", "{\"id\": \"x\", \"components\": 3}", NAMELESS, NO_TABLE)) {
                var broken = Shipped.files();
                broken.put(file, text);
                var files = Shipped.design(Shipped.files());
                var odd = Shipped.design(broken);
                assertThat(Difference.between(files, odd).isEmpty()).isFalse();
                assertThat(Difference.between(odd, files).isEmpty()).isFalse();
                assertThat(Difference.between(odd, odd).isEmpty()).isTrue();
            }
        }

        @Test
        @DisplayName("a file of a foreign kind is named when it comes, changes and goes")
        void foreign() {
            var before = Shipped.design(new Edit().add("notes.txt", "one").files());
            var after = Shipped.design(new Edit().add("notes.txt", "two").files());
            assertThat(says(Difference.between(before, after)))
                    .containsExactly("The file 'notes.txt' changed in details that are not listed here.");
            assertThat(says(after(it -> it.add("notes.txt", "one")))).containsExactly("The file 'notes.txt' is new.");
            assertThat(says(undoing(it -> it.add("notes.txt", "one"))))
                    .containsExactly("The file 'notes.txt' is removed.");
        }

        @Test
        @DisplayName("a stage that can no longer be read is gone, with what it required still in the table")
        void unreadableStage() {
            var difference = after(it -> it.add(TARGET, "<"));
            assertThat(says(difference)).contains("The stage 'Target' is removed.");
        }

        @Test
        @DisplayName("from nothing to everything and back")
        void everything() {
            var nothing = Design.read(Map.of());
            var everything = Shipped.design(Shipped.files());
            assertThat(Difference.between(nothing, nothing).isEmpty()).isTrue();
            assertThat(Difference.between(nothing, everything).weakens()).isFalse();
            assertThat(Difference.between(everything, nothing).weakens()).isTrue();
        }
    }
}
