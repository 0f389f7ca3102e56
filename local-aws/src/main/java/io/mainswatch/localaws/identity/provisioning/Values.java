package io.mainswatch.localaws.identity.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of a template: texts, and the functions {@code Ref}, {@code Fn::Join} and {@code Fn::Sub}. */
record Values(Map<String, String> parameters) {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)}");

    /** Takes what is given, or the default, of each parameter that the template declares. */
    static Values of(JsonNode declared, Map<String, String> given) {
        Map<String, String> values = new HashMap<>();
        declared.properties().forEach(parameter -> {
            String name = parameter.getKey();
            JsonNode fallback = parameter.getValue().path("Default");
            if (given.containsKey(name)) {
                values.put(name, given.get(name));
            } else if (fallback.isValueNode()) {
                values.put(name, fallback.asText());
            } else {
                throw new MalformedTemplate("the parameter " + name + " has no value and no Default");
            }
        });
        return new Values(values);
    }

    /** @param what where the value stands, for messages */
    String text(String what, JsonNode node) {
        if (node.isValueNode() && !node.isNull()) {
            return node.asText();
        }
        if (node.isObject() && node.size() == 1) {
            Map.Entry<String, JsonNode> function = node.properties().iterator().next();
            JsonNode argument = function.getValue();
            switch (function.getKey()) {
                case "Ref":
                    return parameter(argument.asText());
                case "Fn::Join":
                    return join(what, argument);
                case "Fn::Sub":
                    return substitute(what, argument);
                default:
                    break;
            }
        }
        throw new MalformedTemplate(what + ": " + node + " must be a text, Ref, Fn::Join or Fn::Sub");
    }

    private String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new MalformedTemplate("there is no parameter " + name);
        }
        return value;
    }

    private String join(String what, JsonNode argument) {
        if (!argument.isArray() || argument.size() != 2 || !argument.get(1).isArray()) {
            throw new MalformedTemplate(what + ": Fn::Join must be [separator, [value, ...]]");
        }
        List<String> parts = new ArrayList<>();
        argument.get(1).forEach(part -> parts.add(text(what, part)));
        return String.join(argument.get(0).asText(), parts);
    }

    /** A text, or a text with values of its own. */
    private String substitute(String what, JsonNode argument) {
        boolean bare = argument.isTextual();
        if (!bare
                && !(argument.isArray()
                        && argument.size() == 2
                        && argument.get(1).isObject())) {
            throw new MalformedTemplate(what + ": Fn::Sub must be a text or [text, {name: value, ...}]");
        }
        Map<String, String> own = new HashMap<>();
        if (!bare) {
            argument.get(1).properties().forEach(entry -> own.put(entry.getKey(), text(what, entry.getValue())));
        }
        Matcher reference =
                REFERENCE.matcher(bare ? argument.asText() : argument.get(0).asText());
        return reference.replaceAll(found -> Matcher.quoteReplacement(substitution(found.group(1), own)));
    }

    /** {@code ${!name}} stands for {@code ${name}} itself, which policy variables need. */
    private String substitution(String name, Map<String, String> own) {
        if (name.startsWith("!")) {
            return "${" + name.substring(1) + "}";
        }
        return own.containsKey(name) ? own.get(name) : parameter(name);
    }
}
