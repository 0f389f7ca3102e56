package io.mainswatch.localaws.identity.policy;

import java.util.Map;
import java.util.Optional;

/**
 * What is known of who asks: the values of policy variables and of condition keys.
 *
 * @param clientId the MQTT client id
 * @param certificateId the certificate's id
 * @param thing the thing whose name is the client id, if the certificate is attached to it; only then do the variables
 *     {@code iot:Connection.Thing.*} have values (developer guide, "Thing policy variables")
 */
public record Facts(String clientId, String certificateId, Optional<AttachedThing> thing) {

    /**
     * A thing with what policies may ask of it.
     *
     * @param type or null
     */
    public record AttachedThing(String name, String type, Map<String, String> attributes) {}

    /** The value of the variable; empty if it has none for this caller, which keeps its statement from applying. */
    Optional<String> value(Variable variable) {
        return switch (variable.kind()) {
            case CLIENT_ID -> Optional.of(clientId);
            case CERTIFICATE_ID -> Optional.of(certificateId);
            case IS_ATTACHED -> Optional.of(String.valueOf(thing.isPresent()));
            case THING_NAME -> thing.map(AttachedThing::name);
            case THING_TYPE -> thing.map(AttachedThing::type);
            case THING_ATTRIBUTE -> thing.map(found -> found.attributes().get(variable.attribute()));
        };
    }
}
