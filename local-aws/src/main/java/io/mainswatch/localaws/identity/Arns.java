package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.registry.AwsNames;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ARNs of this room. */
final class Arns {

    private static final String CERTIFICATE = AwsNames.PREFIX + "cert/";
    private static final String CA_CERTIFICATE = AwsNames.PREFIX + "cacert/";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private Arns() {}

    static String certificate(String id) {
        return CERTIFICATE + id;
    }

    static String caCertificate(String id) {
        return CA_CERTIFICATE + id;
    }

    static String policy(String name) {
        return AwsNames.PREFIX + "policy/" + name;
    }

    /**
     * The certificate id in an ARN.
     *
     * @param what the name of the field
     */
    static String certificateId(String what, String arn) {
        return Optional.ofNullable(arn)
                .filter(text -> text.startsWith(CERTIFICATE))
                .map(text -> text.substring(CERTIFICATE.length()))
                .filter(id -> ID.matcher(id).matches())
                .orElseThrow(() -> AwsError.invalidRequest(
                        what + " '" + arn + "': must be the ARN of a certificate, " + CERTIFICATE + "ID"));
    }

    /** The id, if it has the shape of one. */
    static String checkId(String id) {
        if (!ID.matcher(id).matches()) {
            throw AwsError.invalidRequest("certificateId '" + id + "': must be 64 hexadecimal digits in lower case");
        }
        return id;
    }
}
