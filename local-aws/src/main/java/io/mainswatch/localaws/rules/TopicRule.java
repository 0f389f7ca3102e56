package io.mainswatch.localaws.rules;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.rules.sql.SqlException;
import io.mainswatch.localaws.rules.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A rule, read and ready to be run. */
record TopicRule(
        String name,
        RulePayload payload,
        boolean disabled,
        Instant createdAt,
        Statement statement,
        List<RuleAction> actions,
        Optional<RuleAction> errorAction) {

    static final String DEFAULT_VERSION = "2015-10-08";

    private static final Set<String> VERSIONS = Set.of(DEFAULT_VERSION, "2016-03-23", "beta");
    private static final int MAX_ACTIONS = 10;

    /** Reads what the caller gave; throws the error that the call ends with if it is not understood. */
    static TopicRule of(String name, RulePayload payload, boolean disabled, Instant createdAt) {
        if (payload.sql() == null || payload.actions() == null) {
            throw AwsError.invalidRequest((payload.sql() == null ? "sql" : "actions") + " must be given");
        }
        if (payload.actions().size() > MAX_ACTIONS) {
            throw AwsError.invalidRequest("actions: a rule has " + MAX_ACTIONS + " at the most");
        }
        String version = payload.awsIotSqlVersion();
        if (version != null && !VERSIONS.contains(version)) {
            throw AwsError.invalidRequest(
                    "awsIotSqlVersion '" + version + "': must be one of 2015-10-08, 2016-03-23, beta");
        }
        List<RuleAction> actions = new ArrayList<>();
        for (int i = 0; i < payload.actions().size(); i++) {
            actions.add(
                    ActionReader.read("actions[" + i + "]", payload.actions().get(i)));
        }
        return new TopicRule(
                name,
                payload,
                disabled,
                createdAt,
                statement(payload.sql()),
                List.copyOf(actions),
                Optional.ofNullable(payload.errorAction()).map(action -> ActionReader.read("errorAction", action)));
    }

    private static Statement statement(String sql) {
        try {
            return Statement.parse(sql);
        } catch (SqlException e) {
            throw new AwsError(400, "SqlParseException", "sql: " + e.getMessage());
        }
    }

    TopicRule enabled(boolean enabled) {
        return new TopicRule(name, payload, !enabled, createdAt, statement, actions, errorAction);
    }

    /** Its topic filter; empty if it hears Basic Ingest only. */
    Optional<String> pattern() {
        return statement.from().map(filter -> filter.text());
    }

    boolean hears(String topic) {
        return !disabled
                && statement.from().map(filter -> filter.matches(topic)).orElse(false);
    }
}
