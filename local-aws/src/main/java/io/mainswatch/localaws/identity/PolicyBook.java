package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.identity.PolicyStore.Entry;
import io.mainswatch.localaws.identity.PolicyStore.Version;
import io.mainswatch.localaws.identity.document.MalformedDocument;
import io.mainswatch.localaws.identity.policy.Policy;
import io.mainswatch.localaws.store.Changes;
import io.mainswatch.localaws.store.Database;
import io.mainswatch.localaws.store.Sql;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

/** AWS's rules for policies. Changes are on disk when a method returns; refusals are {@link AwsError}s. */
final class PolicyBook {

    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,128}");

    /** Quota "versions per policy". */
    private static final int MAX_VERSIONS = 5;

    private final Database database;
    private final Changes changes;
    private final Clock clock;
    private final PolicyStore store = new PolicyStore();
    private final PolicyTargets targets = new PolicyTargets();

    PolicyBook(Database database, Changes changes, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.clock = clock;
    }

    /** A version together with its policy. */
    record Edition(Entry policy, Version version) {

        boolean isDefault() {
            return policy.defaultVersion() == version.number();
        }
    }

    void create(String name, String document) {
        check(name, document);
        database.writeAndWait(sql -> {
            if (store.find(sql, name).isPresent()) {
                throw new AwsError(
                        409,
                        "ResourceAlreadyExistsException",
                        "Policy cannot be created - name already exists: " + name);
            }
            store.add(sql, name, document, clock.instant());
            return name;
        });
    }

    /** As part of a larger change, throws if the policy is not there. */
    void require(Sql sql, String name) throws SQLException {
        store.require(sql, name);
    }

    /** As part of a larger change, a policy with this document: in the books already, or added. */
    void ensure(Sql sql, String name, String document) throws SQLException {
        Entry there = store.find(sql, name).orElse(null);
        if (there == null) {
            check(name, document);
            store.add(sql, name, document, clock.instant());
        } else if (!store.version(sql, name, there.defaultVersion()).document().equals(document)) {
            throw new AwsError(
                    409,
                    "ResourceAlreadyExistsException",
                    "Policy " + name + " is there already with another document");
        }
    }

    /** The version that counts. */
    Edition describe(String name) {
        return database.read(sql -> {
            Entry policy = store.require(sql, name);
            return new Edition(policy, store.version(sql, name, policy.defaultVersion()));
        });
    }

    List<Entry> list(boolean ascending, long after, int limit) {
        return database.read(sql -> store.list(sql, ascending, after, limit));
    }

    void delete(String name) {
        database.writeAndWait(sql -> {
            store.require(sql, name);
            if (store.versions(sql, name).size() > 1) {
                throw conflict("Cannot delete the policy because it has one or more policy versions attached to it"
                        + " (name=" + name + ")");
            }
            if (!targets.targets(sql, name, "", 1).isEmpty()) {
                throw conflict("The policy cannot be deleted as the policy is attached to one or more principals"
                        + " (name=" + name + ")");
            }
            store.delete(sql, name);
            return name;
        });
    }

    Edition createVersion(String name, String document, boolean asDefault) {
        check(document);
        Edition made = database.writeAndWait(sql -> {
            Entry policy = store.require(sql, name);
            if (store.versions(sql, name).size() >= MAX_VERSIONS) {
                throw new AwsError(
                        409,
                        "VersionsLimitExceededException",
                        "The policy " + name + " already has the maximum number of versions (" + MAX_VERSIONS
                                + "); delete one first");
            }
            int number = policy.lastVersion() + 1;
            store.addVersion(sql, name, number, document, clock.instant());
            if (asDefault) {
                store.setDefault(sql, name, number, clock.instant());
            }
            return new Edition(store.require(sql, name), store.version(sql, name, number));
        });
        changes.announce(Changes.Kind.IDENTITIES);
        return made;
    }

    List<Edition> versions(String name) {
        return database.read(sql -> {
            Entry policy = store.require(sql, name);
            return store.versions(sql, name).stream()
                    .map(version -> new Edition(policy, version))
                    .toList();
        });
    }

    Edition version(String name, int number) {
        return database.read(sql -> new Edition(store.require(sql, name), store.version(sql, name, number)));
    }

    void setDefault(String name, int number) {
        database.writeAndWait(sql -> {
            store.require(sql, name);
            store.version(sql, name, number);
            store.setDefault(sql, name, number, clock.instant());
            return name;
        });
        changes.announce(Changes.Kind.IDENTITIES);
    }

    void deleteVersion(String name, int number) {
        database.writeAndWait(sql -> {
            if (store.require(sql, name).defaultVersion() == number) {
                throw conflict("Cannot delete the default version of a policy (name=" + name + ")");
            }
            store.version(sql, name, number);
            store.deleteVersion(sql, name, number);
            return name;
        });
    }

    private static void check(String name, String document) {
        if (!NAME.matcher(name).matches()) {
            throw AwsError.invalidRequest(
                    "policyName '" + name + "': must be 1 to 128 letters, digits or any of _+=,.@-");
        }
        check(document);
    }

    private static void check(String document) {
        try {
            Policy.parse(document == null ? "" : document);
        } catch (MalformedDocument e) {
            throw new AwsError(400, "MalformedPolicyException", "Policy document is malformed: " + e.getMessage());
        }
    }

    private static AwsError conflict(String message) {
        return new AwsError(409, "DeleteConflictException", message);
    }
}
