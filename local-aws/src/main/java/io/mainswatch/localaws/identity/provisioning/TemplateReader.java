package io.mainswatch.localaws.identity.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mainswatch.localaws.identity.provisioning.Provision.CertificatePart;
import io.mainswatch.localaws.identity.provisioning.Provision.PolicyPart;
import io.mainswatch.localaws.identity.provisioning.Provision.Source;
import io.mainswatch.localaws.identity.provisioning.Provision.ThingPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads provisioning templates (developer guide, "Provisioning templates"). What it does not understand it refuses, since
 * a thing would come out with less than the template says.
 */
final class TemplateReader {

    private static final Set<String> THING = Set.of("ThingName", "ThingTypeName", "BillingGroup", "AttributePayload");
    private static final Set<String> CERTIFICATE =
            Set.of("CertificateId", "CertificatePem", "CertificateSigningRequest", "Status");
    private static final Set<String> POLICY = Set.of("PolicyName", "PolicyDocument");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Values values;
    private final List<ThingPart> things = new ArrayList<>();
    private final List<CertificatePart> certificates = new ArrayList<>();
    private final List<PolicyPart> policies = new ArrayList<>();

    private TemplateReader(Values values) {
        this.values = values;
    }

    static Provision read(String template, Map<String, String> parameters) {
        JsonNode root = parse(template);
        onlyMembers("the template", root, Set.of("Parameters", "Resources"));
        TemplateReader reader = new TemplateReader(Values.of(root.path("Parameters"), parameters));
        root.path("Resources").properties().forEach(entry -> reader.resource(entry.getKey(), entry.getValue()));
        if (reader.certificates.size() != 1 || reader.things.size() > 1) {
            throw new MalformedTemplate(
                    "Resources must have one AWS::IoT::Certificate, and one AWS::IoT::Thing at most");
        }
        return new Provision(
                reader.things.stream().findFirst(), reader.certificates.get(0), List.copyOf(reader.policies));
    }

    private static JsonNode parse(String template) {
        try {
            return JSON.readTree(template);
        } catch (JsonProcessingException e) {
            throw new MalformedTemplate("the template is not JSON: " + e.getOriginalMessage());
        }
    }

    private void resource(String name, JsonNode resource) {
        onlyMembers(name, resource, Set.of("Type", "Properties"));
        JsonNode properties = resource.path("Properties");
        switch (resource.path("Type").asText()) {
            case "AWS::IoT::Thing":
                things.add(thing(name, properties));
                break;
            case "AWS::IoT::Certificate":
                certificates.add(certificate(name, properties));
                break;
            case "AWS::IoT::Policy":
                policies.add(policy(name, properties));
                break;
            default:
                throw new MalformedTemplate(name + ": Type must be AWS::IoT::Thing, AWS::IoT::Certificate or"
                        + " AWS::IoT::Policy, not " + resource.path("Type"));
        }
    }

    private ThingPart thing(String name, JsonNode properties) {
        onlyMembers(name, properties, THING);
        Map<String, String> attributes = new TreeMap<>();
        properties
                .path("AttributePayload")
                .properties()
                .forEach(entry -> attributes.put(entry.getKey(), values.text(name, entry.getValue())));
        return new ThingPart(
                name,
                text(name, properties, "ThingName")
                        .orElseThrow(() -> new MalformedTemplate(name + ": ThingName is missing")),
                text(name, properties, "ThingTypeName").orElse(null),
                text(name, properties, "BillingGroup").orElse(null),
                attributes);
    }

    private CertificatePart certificate(String name, JsonNode properties) {
        onlyMembers(name, properties, CERTIFICATE);
        List<Source> sources = Arrays.stream(Source.values())
                .filter(source -> properties.has(source.property()))
                .toList();
        if (sources.size() != 1) {
            throw new MalformedTemplate(
                    name + ": must have one of CertificateId, CertificatePem and CertificateSigningRequest");
        }
        String status = text(name, properties, "Status").orElse("ACTIVE");
        if (!status.equalsIgnoreCase("ACTIVE") && !status.equalsIgnoreCase("INACTIVE")) {
            throw new MalformedTemplate(name + ": Status '" + status + "' must be ACTIVE or INACTIVE");
        }
        Source source = sources.get(0);
        String value = values.text(name, properties.get(source.property()));
        return new CertificatePart(name, source, value, status.equalsIgnoreCase("ACTIVE"));
    }

    /** The document may stand in the template as a text or as JSON. */
    private PolicyPart policy(String name, JsonNode properties) {
        onlyMembers(name, properties, POLICY);
        JsonNode document = properties.path("PolicyDocument");
        if (properties.isEmpty()) {
            throw new MalformedTemplate(name + ": must have PolicyName, PolicyDocument or both");
        }
        return new PolicyPart(
                name,
                text(name, properties, "PolicyName").orElse(null),
                document.has("Statement")
                        ? document.toString()
                        : text(name, properties, "PolicyDocument").orElse(null));
    }

    private Optional<String> text(String resource, JsonNode properties, String name) {
        return properties.has(name)
                ? Optional.of(values.text(resource + ": " + name, properties.get(name)))
                : Optional.empty();
    }

    private static void onlyMembers(String what, JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            throw new MalformedTemplate(what + " must be a JSON object");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new MalformedTemplate(what + " has a member " + name + " that is not understood; there are "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        });
    }
}
