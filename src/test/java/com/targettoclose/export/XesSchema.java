package com.targettoclose.export;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * The schema of the XES standard, as the test library xes-model brings it. It speaks of no namespace: that of a log is taken
 * off before they are held against each other.
 */
final class XesSchema {

    private XesSchema() {}

    /** What of a log does not fit the schema. */
    static List<String> faults(String log) throws IOException, SAXException, ParserConfigurationException {
        List<String> faults = new ArrayList<>();
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(XesSchema.class.getResource("/xes.xsd"));
        var validator = schema.newValidator();
        validator.setErrorHandler(new DefaultHandler() {
            @Override
            public void error(SAXParseException fault) {
                faults.add(fault.getLineNumber() + ": " + fault.getMessage());
            }
        });
        validator.validate(new SAXSource(withoutNamespace(), new InputSource(new StringReader(log))));
        return faults;
    }

    private static XMLReader withoutNamespace() throws SAXException, ParserConfigurationException {
        var parsers = SAXParserFactory.newInstance();
        parsers.setNamespaceAware(true);
        return new XMLFilterImpl(parsers.newSAXParser().getXMLReader()) {
            @Override
            public void startElement(String uri, String name, String qualified, Attributes attributes)
                    throws SAXException {
                super.startElement("", name, name, attributes);
            }

            @Override
            public void endElement(String uri, String name, String qualified) throws SAXException {
                super.endElement("", name, name);
            }
        };
    }
}
