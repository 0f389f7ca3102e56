package io.mainswatch.localaws.rules;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** All rules. A change counts, for messages that come after it, once it is on disk. */
public final class RuleBook {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_]{1,128}");

    private final Database database;
    private final Clock clock;
    private final RuleStore store = new RuleStore();

    /** By name; replaced as a whole, so that it can be read without a lock. */
    private volatile SortedMap<String, TopicRule> rules = new TreeMap<>();

    /** Reads the stored rules. */
    public RuleBook(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        database.read(store::all).forEach(rule -> put(rule.name(), rule));
    }

    /** The enabled rules whose topic filter takes in the topic. */
    List<TopicRule> hearing(String topic) {
        return rules.isEmpty()
                ? List.of()
                : rules.values().stream().filter(rule -> rule.hears(topic)).toList();
    }

    Optional<TopicRule> find(String name) {
        return Optional.ofNullable(rules.get(name));
    }

    /** The rules that come after a name, in the order of their names. */
    List<TopicRule> after(String name) {
        return List.copyOf(rules.tailMap(name + "\0").values());
    }

    TopicRule get(String name) {
        return find(name).orElseThrow(() -> unknown(name));
    }

    synchronized void create(String name, RulePayload payload) {
        if (!NAME.matcher(name).matches()) {
            throw AwsError.invalidRequest("ruleName '" + name + "': must be 1 to 128 letters, digits and _");
        }
        TopicRule rule = TopicRule.of(name, payload, Boolean.TRUE.equals(payload.ruleDisabled()), clock.instant());
        if (find(name).isPresent()) {
            throw new AwsError(409, "ResourceAlreadyExistsException", "The rule " + name + " already exists");
        }
        save(rule);
    }

    synchronized void replace(String name, RulePayload payload) {
        save(TopicRule.of(
                name,
                payload,
                Boolean.TRUE.equals(payload.ruleDisabled()),
                get(name).createdAt()));
    }

    synchronized void change(String name, UnaryOperator<TopicRule> change) {
        save(change.apply(get(name)));
    }

    synchronized void delete(String name) {
        get(name);
        database.writeAndWait(sql -> {
            store.delete(sql, name);
            return null;
        });
        put(name, null);
    }

    private void save(TopicRule rule) {
        database.writeAndWait(sql -> {
            store.save(sql, rule);
            return null;
        });
        put(rule.name(), rule);
    }

    private void put(String name, TopicRule rule) {
        SortedMap<String, TopicRule> next = new TreeMap<>(rules);
        if (rule == null) {
            next.remove(name);
        } else {
            next.put(name, rule);
        }
        rules = next;
    }

    /** AWS does not tell a rule that is not there from one that the caller may not see. */
    private static AwsError unknown(String name) {
        return new AwsError(401, "UnauthorizedException", "Access to topic rule '" + name + "' was denied");
    }
}
