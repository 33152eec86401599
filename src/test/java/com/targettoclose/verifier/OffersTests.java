package com.targettoclose.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.targettoclose.verifier.design.Diagram;
import com.targettoclose.verifier.offer.Offer;
import com.targettoclose.verifier.offer.Offers;
import com.targettoclose.verifier.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("what is offered to a redesign")
class OffersTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STAGE = "stage-discovery.bpmn";
    private static final String FORM = "explore-the-need-to-change.form";
    private static final String TABLE = "exit-criteria.dmn";
    private static final String ID = ", \"id\": \"explore-the-need-to-change\"}";
    private static final String AGENDA = "agenda-agreed: We agreed with the client what we examine together";

    static Stream<String> conversationForms() {
        return Shipped.design(Shipped.files()).diagrams().stream()
                .flatMap(Diagram::conversations)
                .map(UserTask::getCamundaFormRef)
                .distinct()
                .map(ref -> ref + ".form");
    }

    @Test
    @DisplayName("is nothing where nothing is lacking")
    void nothing() {
        assertThat(offers(Shipped.files())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("conversationForms")
    @DisplayName("is a form that looks and behaves like those that ship, but for the words of its questions")
    void wholeForm(String form) throws Exception {
        var files = new Edit().remove(form).files();
        var offered = offers(files);
        assertThat(offered).extracting(Offer::file).containsExactly(form);
        assertThat(offered.get(0).why()).contains("has no form");
        assertThat(withoutWords(JSON.readTree(offered.get(0).content())))
                .isEqualTo(withoutWords(JSON.readTree(Shipped.files().get(form))));
        assertAccepted(files, offered);
    }

    @Test
    @DisplayName("is the form that is there with what is new in it, and without what is gone")
    void changedForm() throws Exception {
        var files = new Edit()
                .replace(STAGE, AGENDA, "sponsor-known: We know who “LABEL” sponsors it")
                .replace(
                        STAGE,
                        "commitment\" value=\"explore: The client will share information",
                        "commitment\" value=\"opened-books: The client opens its books")
                .files();
        var offered = offers(files);
        assertThat(offered).extracting(Offer::file).containsExactly(FORM, TABLE);
        var form = JSON.readTree(offered.get(0).content());
        assertThat(form.findValuesAsText("key"))
                .contains("problemKnownState", "sponsorKnownState", "sponsorKnownLink", "openedBooksState")
                .noneMatch(key -> key.startsWith("agendaAgreed") || key.startsWith("explore"));
        assertThat(ids(form))
                .containsSubsequence(
                        "Heading_Outcomes",
                        "Group_ProblemKnown",
                        "Held_SponsorKnown",
                        "Group_SponsorKnown",
                        "Heading_Commitment",
                        "Held_OpenedBooks",
                        "Group_OpenedBooks",
                        "Field_NextStepOn");
        assertThat(ids(form)).doesNotContain("Held_AgendaAgreed", "Group_AgendaAgreed", "Held_Explore");
        assertThat(offered.get(0).content())
                .contains("We close the books eight days late")
                .contains("“We know who “LABEL” sponsors it”: is it so?");
    }

    @Test
    @DisplayName("is a row for each item that no gate requires, and the table that has them is accepted")
    void rows() {
        var files = new Edit()
                .replace(STAGE, AGENDA, AGENDA + "&#10;sponsor-known: We know who sponsors it")
                .files();
        var offered = offers(files);
        assertThat(offered).extracting(Offer::file).containsExactly(FORM, TABLE);
        assertThat(offered.get(1).why()).startsWith("No gate requires 'sponsor-known' in the stage discovery.");
        assertThat(offered.get(1).content()).contains("\"sponsor-known\"", "Rule_SponsorKnown_DealValue");
        assertAccepted(files, offered);
        assertThat(Shipped.check(with(files, offered))).isEmpty();
    }

    @Test
    @DisplayName("is a form named after a conversation that names none yet")
    void unnamedForm() {
        var files = new Edit()
                .replaceFirst(STAGE, " camunda:formRef=\"explore-the-need-to-change\"", "")
                .remove(FORM)
                .files();
        assertThat(offers(files)).extracting(Offer::file).containsExactly(FORM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"components\": {\"key\": \"problemKnownState\"}}",
                "{\"components\": [1, null, \"x\", [{}], {\"key\": {}}, {\"components\": 2, \"conditional\": []}]}",
                "{\"components\": [{\"key\": \"elseState\", \"components\": [{\"key\": \"elseWords\"}]}]}"
            })
    @DisplayName("is a form that can be used, whatever stands in the one that is there")
    void strangeForm(String content) {
        var form = content.startsWith("{") ? content.replaceFirst("}$", ID) : content;
        var files = new Edit().remove(FORM).add(FORM, form.replace("{,", "{")).files();
        var offered = offers(files);
        assertThat(offered).extracting(Offer::file).containsExactly(FORM);
        assertThat(offered.get(0).content()).contains("problemKnownState", "agendaAgreedLink", "exploreWords");
    }

    private static void assertAccepted(Map<String, String> files, List<Offer> offered) {
        assertThat(Shipped.check(files)).anyMatch(it -> it.rule().startsWith("form-"));
        assertThat(Shipped.check(with(files, offered))).noneMatch(it -> it.severity() == Severity.ERROR);
    }

    private static List<Offer> offers(Map<String, String> files) {
        return Offers.of(Shipped.design(files));
    }

    private static Map<String, String> with(Map<String, String> files, List<Offer> offered) {
        var all = new java.util.TreeMap<>(files);
        offered.forEach(offer -> all.put(offer.file(), offer.content()));
        return all;
    }

    private static List<String> ids(JsonNode form) {
        return Stream.iterate(0, n -> n < form.path("components").size(), n -> n + 1)
                .map(n -> form.path("components").get(n).path("id").asText())
                .toList();
    }

    /** What a form is made of, without what an owner would write in it and without the numbers of its rows. */
    private static JsonNode withoutWords(JsonNode form) {
        if (form instanceof ObjectNode object) {
            object.remove(List.of("description", "label", "row"));
            if (object.path("id").asText().startsWith("Held_")) {
                object.remove("text");
            }
        }
        form.forEach(OffersTests::withoutWords);
        return form;
    }
}
