package io.mainswatch.localaws.identity;

/** Policy documents for tests. */
public final class ThingPolicy {

    /** The policy that every thing should have: its own client id, its own topics. */
    public static final String OWN_TOPICS = """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "iot:Connect",
               "Resource": "arn:aws:iot:*:*:client/${iot:Connection.Thing.ThingName}",
               "Condition": {"Bool": {"iot:Connection.Thing.IsAttached": "true"}}},
              {"Effect": "Allow", "Action": ["iot:Publish", "iot:Receive"], "Resource": [
               "arn:aws:iot:*:*:topic/$aws/things/${iot:Connection.Thing.ThingName}/shadow/*",
               "arn:aws:iot:*:*:topic/site/${iot:Connection.Thing.ThingName}/*"]},
              {"Effect": "Allow", "Action": "iot:Subscribe", "Resource": [
               "arn:aws:iot:*:*:topicfilter/$aws/things/${iot:Connection.Thing.ThingName}/shadow/*",
               "arn:aws:iot:*:*:topicfilter/site/${iot:Connection.Thing.ThingName}/*"]}]}
            """;

    private ThingPolicy() {}

    /** Allows the actions on everything. */
    static String allow(String... actions) {
        return "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\": [\""
                + String.join("\", \"", actions) + "\"], \"Resource\": \"*\"}}";
    }
}
