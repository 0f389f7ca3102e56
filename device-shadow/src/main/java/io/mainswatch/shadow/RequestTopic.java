package io.mainswatch.shadow;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The topic a client publishes a request on, and the topics on which the service answers it. */
public record RequestTopic(ShadowName shadow, ShadowOperation operation) {

    private static final Pattern TOPIC = Pattern.compile("\\$aws/things/(" + ShadowName.THING + ")/shadow(?:/name/("
            + ShadowName.SHADOW + "))?/(update|get|delete)");

    /**
     * The request that a message on the topic is. Empty for every other topic: a reply topic, whoever publishes there,
     * and a topic with an illegal thing or shadow name are no requests.
     */
    public static Optional<RequestTopic> parse(String topic) {
        Matcher matcher = TOPIC.matcher(topic);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new RequestTopic(
                new ShadowName(matcher.group(1), Optional.ofNullable(matcher.group(2))),
                ShadowOperation.valueOf(matcher.group(3).toUpperCase(Locale.ROOT))));
    }

    /** The request topic itself. */
    public String topic() {
        return shadow.topicPrefix() + "/" + operation.word();
    }

    public String accepted() {
        return topic() + "/accepted";
    }

    public String rejected() {
        return topic() + "/rejected";
    }

    /** Only an update has something to publish here. */
    public String delta() {
        return topic() + "/delta";
    }

    /** Only an update has something to publish here. */
    public String documents() {
        return topic() + "/documents";
    }
}
