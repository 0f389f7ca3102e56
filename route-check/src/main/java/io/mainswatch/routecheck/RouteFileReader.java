package io.mainswatch.routecheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a YAML file with the parser that Camel uses, and keeps the line of every value. */
final class RouteFileReader {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Integer> lines = new HashMap<>();

    private RouteFileReader() {}

    /** The file, or the one finding that says why it cannot be read. */
    static RouteFile read(Path path, List<Finding> findings) {
        try {
            String text = Files.readString(path);
            RouteFileReader reader = new RouteFileReader();
            JsonNode root = new Compose(LoadSettings.builder().build())
                    .composeString(text)
                    .map(node -> reader.convert(node, ""))
                    .orElse(JSON.nullNode());
            return new RouteFile(path, text, root, Map.copyOf(reader.lines));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            findings.add(new Finding(path, line, "is not YAML: " + e.getProblem() + ". Check indentation and quotes."));
        } catch (YamlEngineException | IOException e) {
            findings.add(new Finding(path, 0, "cannot be read: " + e.getMessage()));
        }
        return null;
    }

    private JsonNode convert(Node node, String pointer) {
        node.getStartMark().ifPresent(mark -> lines.putIfAbsent(pointer, mark.getLine() + 1));
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JSON.objectNode();
            for (NodeTuple tuple : mapping.getValue()) {
                String name = ((ScalarNode) tuple.getKeyNode()).getValue();
                String child = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
                tuple.getKeyNode().getStartMark().ifPresent(mark -> lines.put(child, mark.getLine() + 1));
                object.set(name, convert(tuple.getValueNode(), child));
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            for (Node element : sequence.getValue()) {
                array.add(convert(element, pointer + "/" + array.size()));
            }
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private static JsonNode scalar(ScalarNode node) {
        String value = node.getValue();
        if (node.getTag().equals(Tag.INT)) {
            return JSON.numberNode(new BigInteger(value));
        }
        if (node.getTag().equals(Tag.FLOAT)) {
            return JSON.numberNode(Double.parseDouble(value));
        }
        if (node.getTag().equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(value));
        }
        return node.getTag().equals(Tag.NULL) ? JSON.nullNode() : JSON.textNode(value);
    }
}
