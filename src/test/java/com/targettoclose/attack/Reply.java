package com.targettoclose.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.testing.SpringTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.regex.Pattern;

/** What came back. Status 0: the connection was closed without an answer. */
record Reply(int status, List<Entry<String, String>> headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ENGINE_CODE = Pattern.compile("ENGINE-\\d");
    private static final Pattern STACK_TRACE = Pattern.compile("(?m)^\\s*at [\\w.$/]+\\(");
    private static final Pattern CLASS_NAME =
            Pattern.compile("\\b(java|javax|jakarta|jdk|sun|org|com|net|io|de)(\\.[a-z][a-z0-9]*)+\\.[A-Z]\\w*");
    private static final Pattern EXCEPTION = Pattern.compile("\\b[A-Z]\\w*(Exception|Error)\\b");

    /** The values of a header, in the order they came. */
    List<String> header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Entry::getValue)
                .toList();
    }

    /** The body as JSON; a missing node where it is none. */
    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /** What a person reads of it: the sentence of a problem or of the engine, else the whole body. */
    String sentence() {
        var json = json();
        if (json.isObject()) {
            var text = new StringBuilder();
            for (var field : List.of("title", "detail", "message")) {
                text.append(json.path(field).asText()).append('\n');
            }
            json.path("faults")
                    .forEach(
                            fault -> text.append(fault.path("message").asText()).append('\n'));
            return text.toString().strip();
        }
        return body.strip();
    }

    /**
     * What in it nobody should see; empty where it reads plainly.
     *
     * @param sent the request, whose own words may be quoted
     */
    List<String> leaks(String sent) {
        List<String> leaks = new ArrayList<>();
        find(ENGINE_CODE, sentence(), leaks);
        find(STACK_TRACE, body, leaks);
        find(CLASS_NAME, sentence(), leaks);
        find(EXCEPTION, sentence(), leaks);
        if (body.contains(SpringTest.LEDGER_KEY)) {
            leaks.add("the key of the ledger");
        }
        leaks.removeIf(sent::contains);
        return leaks;
    }

    private static void find(Pattern pattern, String text, List<String> found) {
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
    }

    @Override
    public String toString() {
        return status + " " + (body.length() > 300 ? body.substring(0, 300) + "…" : body);
    }
}
