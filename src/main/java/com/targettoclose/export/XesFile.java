package com.targettoclose.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An event log as XES (IEEE 1849-2016): a trace a deal, with the standard's extensions concept, time, organizational and lifecycle. */
final class XesFile implements AutoCloseable {

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final String NAME = "concept:name";

    private final XMLStreamWriter xml;
    private final ZoneId zone;

    private XesFile(OutputStream out, ZoneId zone) throws XMLStreamException {
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        this.zone = zone;
        begin();
    }

    static XesFile to(OutputStream out, ZoneId zone) throws IOException {
        try {
            return new XesFile(out, zone);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void begin() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("log");
        xml.writeDefaultNamespace("http://www.xes-standard.org/");
        xml.writeAttribute("xes.version", "2.0");
        xml.writeAttribute("xes.features", "");
        extension("Concept", "concept", "http://www.xes-standard.org/concept.xesext");
        extension("Time", "time", "http://www.xes-standard.org/time.xesext");
        extension("Organizational", "org", "http://www.xes-standard.org/org.xesext");
        extension("Lifecycle", "lifecycle", "http://www.xes-standard.org/lifecycle.xesext");
        xml.writeStartElement("global");
        xml.writeAttribute("scope", "trace");
        attribute("string", NAME, "");
        xml.writeEndElement();
        xml.writeStartElement("global");
        xml.writeAttribute("scope", "event");
        attribute("string", NAME, "");
        attribute("date", "time:timestamp", "1970-01-01T00:00:00Z");
        attribute("string", "org:resource", "");
        attribute("string", "lifecycle:transition", "complete");
        xml.writeEndElement();
        xml.writeEmptyElement("classifier");
        xml.writeAttribute("name", "Activity");
        xml.writeAttribute("keys", NAME);
        attribute("string", NAME, "Target to Close");
        attribute("string", "lifecycle:model", "standard");
    }

    private void extension(String name, String prefix, String uri) throws XMLStreamException {
        xml.writeEmptyElement("extension");
        xml.writeAttribute("name", name);
        xml.writeAttribute("prefix", prefix);
        xml.writeAttribute("uri", uri);
    }

    private void attribute(String type, String key, String value) throws XMLStreamException {
        xml.writeEmptyElement(type);
        xml.writeAttribute("key", key);
        xml.writeAttribute("value", value);
    }

    void write(Trace trace) throws IOException {
        try {
            xml.writeStartElement("trace");
            attribute("string", NAME, trace.id());
            attribute("boolean", "simulated", Boolean.toString(trace.simulated()));
            for (var it : trace.attributes().entrySet()) {
                attribute("string", it.getKey(), it.getValue());
            }
            for (var event : trace.events()) {
                write(event);
            }
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void write(Event event) throws XMLStreamException {
        xml.writeStartElement("event");
        attribute("string", NAME, event.activity());
        attribute("date", "time:timestamp", DATE_TIME.format(event.at().atZone(zone)));
        attribute("string", "org:resource", event.resource());
        attribute("string", "lifecycle:transition", "complete");
        for (var it : event.attributes().entrySet()) {
            attribute("string", it.getKey(), it.getValue());
        }
        xml.writeEndElement();
    }

    @Override
    public void close() throws IOException {
        try {
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
