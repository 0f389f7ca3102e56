package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.identity.document.MalformedDocument;
import io.mainswatch.localaws.identity.provisioning.Provision;
import io.mainswatch.localaws.identity.provisioning.Provision.CertificatePart;
import io.mainswatch.localaws.identity.provisioning.Provision.PolicyPart;
import io.mainswatch.localaws.registry.AwsNames;
import io.mainswatch.localaws.registry.Thing;
import io.mainswatch.localaws.registry.ThingRegistry;
import io.mainswatch.localaws.store.Changes;
import io.mainswatch.localaws.store.Database;
import io.mainswatch.localaws.store.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Makes all that a provisioning template asks for, or nothing of it. */
final class Registrar {

    private final Database database;
    private final ThingRegistry things;
    private final Certificates certificates;
    private final PolicyBook policies;
    private final Attachments attachments;
    private final Changes changes;
    private final PolicyTargets targets = new PolicyTargets();

    Registrar(
            Database database,
            ThingRegistry things,
            Certificates certificates,
            PolicyBook policies,
            Attachments attachments,
            Changes changes) {
        this.database = database;
        this.things = things;
        this.certificates = certificates;
        this.policies = policies;
        this.attachments = attachments;
        this.changes = changes;
    }

    /**
     * What is there now.
     *
     * @param arns by the logical names of the template
     */
    record Registered(String certificatePem, Map<String, String> arns) {}

    Registered register(String template, Map<String, String> parameters) {
        Provision wanted = provision(template, parameters);
        Optional<Thing> draft = wanted.thing()
                .map(thing -> things.draft(thing.name(), thing.type(), thing.billingGroup(), thing.attributes()));
        Made made = make(wanted, draft);
        if (made.newThing()) {
            draft.ifPresent(things::created);
        }
        changes.announce(Changes.Kind.IDENTITIES);
        return made.registered();
    }

    private static Provision provision(String template, Map<String, String> parameters) {
        try {
            return Provision.of(template, parameters);
        } catch (MalformedDocument e) {
            throw AwsError.invalidRequest("templateBody: " + e.getMessage());
        }
    }

    private record Made(Registered registered, boolean newThing) {}

    /** One change; what another call would refuse fails the registration. */
    private Made make(Provision wanted, Optional<Thing> draft) {
        try {
            return database.writeAndWait(sql -> make(sql, wanted, draft));
        } catch (AwsError e) {
            throw new AwsError(400, "ResourceRegistrationFailureException", e.code() + ": " + e.getMessage());
        }
    }

    private Made make(Sql sql, Provision wanted, Optional<Thing> draft) throws SQLException {
        Map<String, String> arns = new TreeMap<>();
        DeviceCertificate certificate = certificate(sql, wanted.certificate());
        arns.put(wanted.certificate().logicalName(), certificate.arn());
        for (PolicyPart part : wanted.policies()) {
            String name = policy(sql, part);
            targets.attach(sql, name, PolicyTarget.certificate(certificate.id()));
            arns.put(part.logicalName(), Arns.policy(name));
        }
        boolean newThing = false;
        if (draft.isPresent()) {
            Thing thing = things.create(sql, draft.get());
            newThing = thing == draft.get();
            attachments.attachThing(sql, thing.name(), certificate.id());
            arns.put(wanted.thing().orElseThrow().logicalName(), AwsNames.thing(thing.name()));
        }
        return new Made(new Registered(certificate.pem(), arns), newThing);
    }

    private DeviceCertificate certificate(Sql sql, CertificatePart part) throws SQLException {
        Status status = Status.active(part.active());
        return switch (part.source()) {
            case ID -> certificates.ensureStatus(sql, part.value(), status);
            case PEM -> certificates.ensure(sql, part.value(), status);
            case SIGNING_REQUEST -> certificates.issue(sql, SigningRequest.parse(part.value()), status);
        };
    }

    /** A policy without a name is named after its document, so that the next thing shares it. */
    private String policy(Sql sql, PolicyPart part) throws SQLException {
        if (part.document() == null) {
            policies.require(sql, part.name());
            return part.name();
        }
        String name = Optional.ofNullable(part.name())
                .orElseGet(() -> UUID.nameUUIDFromBytes(part.document().getBytes(StandardCharsets.UTF_8))
                        .toString());
        policies.ensure(sql, name, part.document());
        return name;
    }
}
