package io.mainswatch.localaws.identity.provisioning;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a template asks for, with all its values filled in. Each part has the logical name that the template gives it.
 */
public record Provision(Optional<ThingPart> thing, CertificatePart certificate, List<PolicyPart> policies) {

    /**
     * Reads a template and fills in its parameters.
     *
     * @throws MalformedTemplate if it has anything that is not understood here, or a parameter has no value
     */
    public static Provision of(String template, Map<String, String> parameters) {
        return TemplateReader.read(template, parameters);
    }

    /**
     * The thing, to be made or to be there with the same properties.
     *
     * @param type or null
     * @param billingGroup or null
     */
    public record ThingPart(
            String logicalName, String name, String type, String billingGroup, Map<String, String> attributes) {}

    /**
     * The thing's certificate.
     *
     * @param value its id, its PEM, or a signing request, as the source says
     * @param active whether it is to be active
     */
    public record CertificatePart(String logicalName, Source source, String value, boolean active) {}

    /** Where the certificate comes from. */
    public enum Source {
        ID("CertificateId"),
        PEM("CertificatePem"),
        SIGNING_REQUEST("CertificateSigningRequest");

        private final String property;

        Source(String property) {
            this.property = property;
        }

        String property() {
            return property;
        }
    }

    /**
     * A policy that is to be attached to the certificate.
     *
     * @param name of one that is there, or for the one to be made; null if it is to be named after its document
     * @param document of the one to be made, or null
     */
    public record PolicyPart(String logicalName, String name, String document) {}
}
