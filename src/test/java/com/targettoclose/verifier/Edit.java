package com.targettoclose.verifier;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Edits the shipped files as somebody in Modeler would: what a flow says of its ends and what the ends say stay alike. */
public final class Edit {

    private final Map<String, String> files = Shipped.files();

    /** The files as they are now. */
    public Map<String, String> files() {
        return files;
    }

    /** Replaces every occurrence of a text, of which there must be one. */
    public Edit replace(String file, String from, String to) {
        var text = text(file);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " has no " + from);
        }
        files.put(file, text.replace(from, to));
        return this;
    }

    /** Replaces the first occurrence of a text. */
    public Edit replaceFirst(String file, String from, String to) {
        replace(file, from, from);
        files.put(file, text(file).replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
        return this;
    }

    /** Takes a file away. */
    public Edit remove(String file) {
        text(file);
        files.remove(file);
        return this;
    }

    /** Gives a file another name. */
    public Edit rename(String file, String to) {
        files.put(to, text(file));
        files.remove(file);
        return this;
    }

    /** Adds a file. */
    public Edit add(String file, String text) {
        files.put(file, text);
        return this;
    }

    /** Adds something to the start tag of the element with this id. */
    public Edit attribute(String file, String id, String attribute) {
        return replaceFirst(file, " id=\"" + id + "\"", " id=\"" + id + "\" " + attribute);
    }

    /** Leads a flow to another node. */
    public Edit retarget(String file, String flow, String node) {
        var old = end(file, flow, "targetRef");
        drop(file, old, "incoming", flow);
        files.put(
                file,
                text(file)
                        .replaceFirst(
                                "(id=\"" + flow + "\"[^>]*targetRef=\")[^\"]*", "$1" + Matcher.quoteReplacement(node)));
        note(file, node, "incoming", flow);
        return this;
    }

    /** Draws a new flow; a condition may be empty. */
    public Edit flow(String file, String id, String from, String to, String condition) {
        var ends = "<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\"".formatted(id, from, to);
        var whole = condition.isEmpty()
                ? ends + " />"
                : ends + "><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + condition
                        + "</bpmn:conditionExpression></bpmn:sequenceFlow>";
        replaceFirst(file, "<bpmn:sequenceFlow ", whole + "\n    <bpmn:sequenceFlow ");
        note(file, from, "outgoing", id);
        note(file, to, "incoming", id);
        return edge(file, id);
    }

    /** Removes a flow with everything that names it. */
    public Edit removeFlow(String file, String flow) {
        drop(file, end(file, flow, "sourceRef"), "outgoing", flow);
        drop(file, end(file, flow, "targetRef"), "incoming", flow);
        files.put(
                file,
                text(file)
                        .replaceFirst(
                                "(?s)<bpmn:sequenceFlow id=\"" + flow
                                        + "\"(?:[^>]*/>|[^>]*[^/]>.*?</bpmn:sequenceFlow>)",
                                "")
                        .replaceFirst(
                                "(?s)<bpmndi:BPMNEdge id=\"[^\"]*\" bpmnElement=\"" + flow + "\".*?</bpmndi:BPMNEdge>",
                                "")
                        .replace(" default=\"" + flow + "\"", ""));
        return this;
    }

    /** Adds a node beside the others, drawn. */
    public Edit node(String file, String beside, String element, String id) {
        var text = text(file);
        int at = text.lastIndexOf("<bpmn:", text.indexOf(" id=\"" + beside + "\""));
        files.put(file, text.substring(0, at) + element + "\n    " + text.substring(at));
        return replaceFirst(
                file,
                "<bpmndi:BPMNEdge ",
                "<bpmndi:BPMNShape id=\"" + id + "_di\" bpmnElement=\"" + id
                        + "\"><dc:Bounds x=\"0\" y=\"0\" width=\"100\" height=\"80\" /></bpmndi:BPMNShape>\n      <bpmndi:BPMNEdge ");
    }

    private Edit edge(String file, String flow) {
        return replaceFirst(
                file,
                "<bpmndi:BPMNEdge ",
                "<bpmndi:BPMNEdge id=\"" + flow + "_di\" bpmnElement=\"" + flow
                        + "\"><di:waypoint x=\"0\" y=\"0\" /><di:waypoint x=\"9\" y=\"9\" /></bpmndi:BPMNEdge>\n      <bpmndi:BPMNEdge ");
    }

    /** Which node a flow names as one of its ends. */
    String end(String file, String flow, String attribute) {
        var found = Pattern.compile("<bpmn:sequenceFlow id=\"" + flow + "\"[^>]*" + attribute + "=\"([^\"]*)\"")
                .matcher(text(file));
        if (!found.find()) {
            throw new IllegalArgumentException(file + " has no flow " + flow);
        }
        return found.group(1);
    }

    private void drop(String file, String node, String kind, String flow) {
        int at = text(file).indexOf(" id=\"" + node + "\"");
        var text = text(file);
        var line = "<bpmn:" + kind + ">" + flow + "</bpmn:" + kind + ">";
        int found = text.indexOf(line, at);
        files.put(file, text.substring(0, found) + text.substring(found + line.length()));
    }

    /** Where a node has neither way, it stands as an empty element or opens with what goes before them. */
    private void note(String file, String node, String kind, String flow) {
        var line = "<bpmn:" + kind + ">" + flow + "</bpmn:" + kind + ">";
        var text = text(file);
        int start = text.indexOf(" id=\"" + node + "\"");
        if (start < 0) {
            throw new IllegalArgumentException(file + " has no " + node);
        }
        int in = text.indexOf("<bpmn:incoming>", start);
        int out = text.indexOf("<bpmn:outgoing>", start);
        int next = text.indexOf("\n    </bpmn:", start);
        int at = kind.equals("incoming") ? Math.min(positive(in), positive(out)) : positive(out);
        if (at > next || at == Integer.MAX_VALUE) {
            at = kind.equals("outgoing") && in >= 0 && in < next
                    ? text.lastIndexOf("</bpmn:incoming>", next) + "</bpmn:incoming>".length()
                    : beforeDefinition(text, start, next);
        }
        files.put(file, text.substring(0, at) + line + text.substring(at));
    }

    private static int beforeDefinition(String text, int start, int end) {
        int definition = text.indexOf("EventDefinition", start);
        return definition >= 0 && definition < end ? text.lastIndexOf("<bpmn:", definition) : end;
    }

    private static int positive(int position) {
        return position < 0 ? Integer.MAX_VALUE : position;
    }

    private String text(String file) {
        var text = files.get(file);
        if (text == null) {
            throw new IllegalArgumentException("There is no file " + file);
        }
        return text;
    }
}
