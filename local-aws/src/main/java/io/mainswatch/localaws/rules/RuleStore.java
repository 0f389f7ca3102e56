package io.mainswatch.localaws.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mainswatch.localaws.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Rules in the database. */
final class RuleStore {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    List<TopicRule> all(Sql sql) throws SQLException {
        return sql.list("select name, payload, disabled, created_at from topic_rule order by name", RuleStore::rule);
    }

    void save(Sql sql, TopicRule rule) throws SQLException {
        sql.update(
                "insert or replace into topic_rule (name, payload, disabled, created_at) values (?, ?, ?, ?)",
                rule.name(),
                json(rule.payload()),
                rule.disabled(),
                rule.createdAt().toEpochMilli());
    }

    void delete(Sql sql, String name) throws SQLException {
        sql.update("delete from topic_rule where name = ?", name);
    }

    private static String json(RulePayload payload) {
        try {
            return JSON.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A rule has no JSON", e);
        }
    }

    private static TopicRule rule(ResultSet row) throws SQLException {
        try {
            return TopicRule.of(
                    row.getString(1),
                    JSON.readValue(row.getString(2), RulePayload.class),
                    row.getBoolean(3),
                    Instant.ofEpochMilli(row.getLong(4)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored rule " + row.getString(1) + " is damaged", e);
        }
    }
}
