package com.targettoclose.process.startforms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.targettoclose.process.people.Option;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/**
 * Replaces, in the JSON of a start form, every options source that it reads as input data ({@code valuesKey}) by what the
 * one who opens it can choose from. Where the options depend on another field, they become an expression over that field.
 */
@Service
public class StartFormChoices {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VALUES_KEY = "valuesKey";

    private final IdentityService identities;
    private final ChoicesOfUser choicesOfUser;

    StartFormChoices(@Lazy IdentityService identities, ChoicesOfUser choicesOfUser) {
        this.identities = identities;
        this.choicesOfUser = choicesOfUser;
    }

    /** The form as it is to be shown to whoever is signed in; as it was deployed where nobody is. */
    InputStream fillIn(InputStream form) {
        try {
            var deployed = form.readAllBytes();
            var authentication = identities.getCurrentAuthentication();
            if (authentication == null || authentication.getUserId() == null) {
                return new ByteArrayInputStream(deployed);
            }
            var schema = JSON.readTree(deployed);
            var choices = choicesOfUser.of(authentication.getUserId());
            fillIn(schema, choices);
            return new ByteArrayInputStream(JSON.writeValueAsBytes(schema));
        } catch (IOException e) {
            throw new UncheckedIOException("A start form cannot be read. Deploy it again.", e);
        }
    }

    private static void fillIn(JsonNode parent, ChoicesOfUser.Asked choices) throws JsonProcessingException {
        for (var component : parent.path("components")) {
            fillIn(component, choices);
            var options = ChoiceSource.of(component.path(VALUES_KEY).asText()).map(choices::options);
            if (options.isPresent() && component instanceof ObjectNode field) {
                offer(field, options.get());
            }
        }
    }

    private static void offer(ObjectNode field, Options options) throws JsonProcessingException {
        field.remove(VALUES_KEY);
        if (options instanceof Options.By by) {
            field.put("valuesExpression", expression(by));
        } else if (options instanceof Options.Fixed fixed) {
            field.set("values", JSON.valueToTree(fixed.all()));
            if (fixed.all().isEmpty()) {
                offerNothing(field);
            }
        }
    }

    /** What must be answered says why it cannot be; what need not is not asked. */
    private static void offerNothing(ObjectNode field) {
        if (field.path("validate").path("required").asBoolean()) {
            field.put("description", "There is nothing to choose from yet.");
        } else {
            field.putObject("conditional").put("hide", "=true");
        }
    }

    /** FEEL that looks a list of options up; JSON is a FEEL context as it stands. Each label is written only once. */
    private static String expression(Options.By by) throws JsonProcessingException {
        Map<String, Option> all = by.byValue().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(Option::value, option -> option, (one, same) -> one));
        Map<String, List<String>> ids = by.byValue().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().map(Option::value).toList()));
        return "=if %1$s = null then [] else for id in get value(%2$s, %1$s) return get value(%3$s, id)"
                .formatted(by.field(), JSON.writeValueAsString(ids), JSON.writeValueAsString(all));
    }
}
