package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.http.AwsError;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Answers of AWS's "query" protocol. A result is a map of names to texts, to lists of members, to {@link Entries}, or to
 * further maps.
 */
final class QueryXml {

    private static final String NAMESPACE = "http://ses.amazonaws.com/doc/2010-12-01/";

    private QueryXml() {}

    /** What AWS's model calls a map: each entry an object of {@code key} and {@code value}. */
    record Entries(List<Map<String, Object>> entries) {}

    static byte[] response(String action, String requestId, Map<String, ?> result) {
        return document(
                action + "Response",
                inOrder(action + "Result", result, "ResponseMetadata", Map.of("RequestId", requestId)));
    }

    /** Of an action that has no result to name. */
    static byte[] response(String action, String requestId) {
        return document(action + "Response", Map.of("ResponseMetadata", Map.of("RequestId", requestId)));
    }

    static byte[] error(AwsError error, String requestId) {
        String type = error.status() < 500 ? "Sender" : "Receiver";
        Map<String, String> told = Map.of("Type", type, "Code", error.code(), "Message", error.getMessage());
        return document("ErrorResponse", Map.of("Error", told, "RequestId", requestId));
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

    /** An object that keeps its order: SDKs take the first element of an answer for the result, and key before value. */
    static Map<String, Object> inOrder(String first, Object one, String second, Object other) {
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
        } else if (content instanceof Entries map) {
            for (Map<String, Object> entry : map.entries()) {
                element(xml, "entry", entry);
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
