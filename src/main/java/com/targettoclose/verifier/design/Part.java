package com.targettoclose.verifier.design;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.process.Contract;
import com.targettoclose.security.guard.CodeRule;
import com.targettoclose.security.guard.CodeSearch;
import com.targettoclose.security.guard.ExpressionGrammar;
import com.targettoclose.security.guard.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;

/** One file of a design, as far as it could be read. */
final class Part {

    private static final CodeSearch CODE = new CodeSearch(new ExpressionGrammar(Contract.BEANS));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OLD_SPELLING = "http://activiti.org/bpmn";
    private static final int SHOWN = 200;

    private final String resource;
    private final byte[] bytes;
    private final List<Diagram> diagrams = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Form> forms = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private final List<Violation> code;
    private boolean isDiagram;
    private boolean oldSpelling;

    /** Reads a file; what is neither diagram nor table nor form holds nothing. */
    Part(String resource, byte[] bytes) {
        this.resource = resource;
        this.bytes = bytes;
        this.code = CODE.search(Map.of(resource, bytes));
        if (code.stream().anyMatch(it -> it.rule() == CodeRule.UNREADABLE)) {
            return;
        }
        try {
            read();
        } catch (IOException | RuntimeException e) {
            // the readers throw what they like at a file that is no diagram
            unread.add(new Unread(Place.file(resource), reason(e)));
        }
    }

    private void read() throws IOException {
        switch (Files.kind(resource)) {
            case "bpmn" -> readDiagrams();
            case "dmn" ->
                Dmn.readModelFromStream(new ByteArrayInputStream(bytes))
                        .getModelElementsByType(Decision.class)
                        .forEach(decision -> tables.add(new Table(resource, decision)));
            case "form" -> forms.add(new Form(resource, JSON.readTree(bytes)));
            default -> {}
        }
    }

    private void readDiagrams() {
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
        model.getModelElementsByType(Process.class)
                .forEach(process -> diagrams.add(new Diagram(resource, model, process)));
        oldSpelling = Bpmn.convertToString(model).contains(OLD_SPELLING);
        isDiagram = true;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean isDiagram() {
        return isDiagram;
    }

    boolean oldSpelling() {
        return oldSpelling;
    }

    List<Diagram> diagrams() {
        return diagrams;
    }

    List<Table> tables() {
        return tables;
    }

    List<Form> forms() {
        return forms;
    }

    List<Unread> unread() {
        return unread;
    }

    List<Violation> code() {
        return code;
    }

    /** What the innermost reason says, on one short line without the names of name spaces. */
    private static String reason(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var line = String.valueOf(root.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\{\"[^\"]*\":(\\w+)}", "$1")
                .replaceAll("Error: URI=\\S+ |cvc-[\\w.-]+: ", "")
                .strip();
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
