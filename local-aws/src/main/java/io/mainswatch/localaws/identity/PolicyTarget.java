package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.registry.AwsNames;

/**
 * What policies are attached to.
 *
 * @param name the certificate's id, or the group's name
 */
record PolicyTarget(Kind kind, String name) {

    /** The kinds of targets, with AWS's quota of policies for each, and where theirs stand in the database. */
    enum Kind {
        CERTIFICATE("cert/", 10, "policy_target", "certificate"),
        /** Policies of a group are those of its things, and of the things in the groups within it. */
        THING_GROUP("thinggroup/", 2, "group_policy", "thing_group");

        private final String prefix;
        private final int maxPolicies;
        private final String table;
        private final String column;

        Kind(String prefix, int maxPolicies, String table, String column) {
            this.prefix = prefix;
            this.maxPolicies = maxPolicies;
            this.table = table;
            this.column = column;
        }

        String prefix() {
            return prefix;
        }

        int maxPolicies() {
            return maxPolicies;
        }

        String table() {
            return table;
        }

        /** The one that has {@link PolicyTarget#name()}. */
        String column() {
            return column;
        }
    }

    static PolicyTarget certificate(String id) {
        return new PolicyTarget(Kind.CERTIFICATE, id);
    }

    /**
     * The target with the ARN.
     *
     * @param what the name of the field
     */
    static PolicyTarget of(String what, String arn) {
        String groups = AwsNames.PREFIX + Kind.THING_GROUP.prefix();
        if (arn != null && arn.startsWith(groups)) {
            return new PolicyTarget(Kind.THING_GROUP, arn.substring(groups.length()));
        }
        if (arn != null && arn.startsWith(AwsNames.PREFIX + Kind.CERTIFICATE.prefix())) {
            return certificate(Arns.certificateId(what, arn));
        }
        throw AwsError.invalidRequest(what + " '" + arn + "': must be the ARN of a certificate, " + AwsNames.PREFIX
                + "cert/ID, or of a thing group, " + groups + "NAME");
    }

    String arn() {
        return AwsNames.PREFIX + kind.prefix() + name;
    }
}
