package io.mainswatch.localaws.rules.sql;

import java.util.List;

/**
 * The topics that a rule hears: {@code +} stands for one level, {@code #} at the end for one or more. On AWS
 * {@code a/#} does not take in {@code a} itself; and no wildcard at the beginning takes in a topic that begins with $.
 */
public record TopicFilter(String text, List<String> levels) {

    /** @throws SqlException if it is none */
    static TopicFilter parse(int place, String text) {
        List<String> levels = List.of(text.split("/", -1));
        for (int i = 0; i < levels.size(); i++) {
            String level = levels.get(i);
            boolean wild = level.contains("+") || level.contains("#");
            boolean last = i == levels.size() - 1;
            if (wild && !level.equals("+") && !(level.equals("#") && last)) {
                throw SqlException.at(place, "in '" + text + "' + must be a level of its own, and # the last level");
            }
        }
        if (text.isEmpty()) {
            throw SqlException.at(place, "the topic filter is empty; leave FROM out for a rule of Basic Ingest only");
        }
        return new TopicFilter(text, levels);
    }

    /** Whether a message on the topic is for the rule. */
    public boolean matches(String topic) {
        String[] actual = topic.split("/", -1);
        if (topic.startsWith("$") && !levels.get(0).startsWith("$")) {
            return false;
        }
        boolean open = levels.get(levels.size() - 1).equals("#");
        int named = open ? levels.size() - 1 : levels.size();
        if (open ? actual.length <= named : actual.length != named) {
            return false;
        }
        for (int i = 0; i < named; i++) {
            if (!levels.get(i).equals("+") && !levels.get(i).equals(actual[i])) {
                return false;
            }
        }
        return true;
    }
}
