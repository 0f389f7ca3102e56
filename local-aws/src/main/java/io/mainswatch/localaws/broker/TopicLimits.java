package io.mainswatch.localaws.broker;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long and how deep a topic or topic filter may be (AWS general reference, IoT Core quotas). */
final class TopicLimits {

    private static final int MAX_BYTES = 256;
    private static final int MAX_SLASHES = 7;

    /** What does not count: the group of a shared subscription, and the rule that a message goes straight to. */
    private static final Pattern NOT_COUNTED = Pattern.compile("^\\$(share|aws/rules)/[^/]*/");

    private TopicLimits() {}

    /** What is too much of it, or empty. */
    static Optional<String> complaint(String topic) {
        String counted = topic.startsWith("$") ? NOT_COUNTED.matcher(topic).replaceFirst("") : topic;
        int bytes = counted.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            return Optional.of("a topic of " + bytes + " bytes is above the limit of " + MAX_BYTES);
        }
        long slashes = counted.chars().filter(character -> character == '/').count();
        return slashes > MAX_SLASHES
                ? Optional.of("the topic " + topic + " has " + slashes + " slashes, more than " + MAX_SLASHES)
                : Optional.empty();
    }
}
