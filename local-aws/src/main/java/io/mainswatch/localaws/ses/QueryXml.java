package io.mainswatch.localaws.ses;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Answers of AWS's "query" protocol. A result is a map of names to texts, to lists of members, or to further maps. */
final class QueryXml {

    private static final String NAMESPACE = "http://ses.amazonaws.com/doc/2010-12-01/";

    private QueryXml() {}

    static byte[] response(String action, String requestId, Map<String, ?> result) {
        return document(
                action + "Response",
                inOrder(action + "Result", result, "ResponseMetadata", Map.of("RequestId", requestId)));
    }

    static byte[] error(String code, String message, String requestId) {
        return document(
                "ErrorResponse",
                Map.of("Error", Map.of("Type", "Sender", "Code", code, "Message", message), "RequestId", requestId));
    }

    private static byte[] document(String root, Map<String, ?> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(NAMESPACE);
            write(xml, content);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("An answer has no XML", e);
        }
        return bytes.toByteArray();
    }

    /** SDKs take the first element for the result. */
    private static Map<String, Object> inOrder(String first, Object one, String second, Object other) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, other);
        return map;
    }

    private static void write(XMLStreamWriter xml, Object content) throws XMLStreamException {
        if (content instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> member : map.entrySet()) {
                element(xml, member.getKey().toString(), member.getValue());
            }
        } else if (content instanceof List<?> list) {
            for (Object member : list) {
                element(xml, "member", member);
            }
        } else {
            xml.writeCharacters(content.toString());
        }
    }

    private static void element(XMLStreamWriter xml, String name, Object content) throws XMLStreamException {
        xml.writeStartElement(name);
        write(xml, content);
        xml.writeEndElement();
    }
}
