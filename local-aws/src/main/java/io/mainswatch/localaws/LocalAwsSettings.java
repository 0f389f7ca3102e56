package io.mainswatch.localaws;

import io.mainswatch.settings.Range;
import io.mainswatch.settings.Setting;
import io.mainswatch.settings.SettingsDeclaration;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The keys of {@code config/local-aws/application.properties}. */
public final class LocalAwsSettings implements SettingsDeclaration {

    public static final String DATA = "mainswatch.data";
    public static final String HOST = "mainswatch.host";
    public static final String MQTT_PORT = "mainswatch.mqtt-port";
    public static final String MQTTS_PORT = "mainswatch.mqtts-port";
    public static final String CERTIFICATE_NAMES = "mainswatch.certificate-names";
    public static final String HTTP_PORT = "mainswatch.http-port";
    public static final String SHORTEST_KEEP_ALIVE = "mainswatch.shortest-keep-alive";
    public static final String SESSION_LIFE = "mainswatch.session-life";
    public static final String SHADOW_REQUESTS_IN_FLIGHT = "mainswatch.shadow-requests-in-flight";
    public static final String SHADOW_REQUESTS_PER_SECOND = "mainswatch.shadow-requests-per-second";
    public static final String SQS_PORT = "mainswatch.sqs-port";
    public static final String SES_EVENTS_QUEUE = "mainswatch.ses-events-queue";
    public static final String AUTH = "mainswatch.auth";
    public static final String AUTH_KEYS = "mainswatch.auth-keys";
    public static final String LINES = "mainswatch.lines";
    public static final String SES_SANDBOX = "mainswatch.ses-sandbox";
    public static final String INBOX_LIMIT = "mainswatch.inbox-limit";

    private static final Range PORT = new Range.Whole(0, 65_535);
    private static final Range REQUESTS = new Range.Whole(1, 1_000_000);

    @Override
    public String program() {
        return "local-aws";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.of(
                        DATA,
                        new Range.Text("a folder"),
                        "data/local-aws",
                        "The folder for everything that survives a restart."),
                Setting.of(
                        HOST,
                        new Range.Text("an address of this machine"),
                        "127.0.0.1",
                        "The address to listen on. There are no passwords: another address lets the network in."),
                Setting.of(MQTT_PORT, PORT, "1883", "The MQTT port; 0 takes any free one."),
                Setting.of(
                        MQTTS_PORT, PORT, "8883", "The MQTT port for clients with certificates; 0 takes any free one."),
                Setting.optional(
                        CERTIFICATE_NAMES,
                        new Range.Text("names or addresses with commas between them"),
                        "More names by which clients call this machine on that port."),
                Setting.of(
                        HTTP_PORT, PORT, "4566", "The port of the AWS services and the console; 0 takes any free one."),
                Setting.optional(SQS_PORT, PORT, "The port of SQS; 0 takes any free one. Not set: there is no SQS."),
                Setting.optional(
                        SES_EVENTS_QUEUE,
                        new Range.Matching(Pattern.compile("[A-Za-z0-9_-]{1,80}"), "1 to 80 letters, digits, - and _"),
                        "The SQS queue that hears what became of each mail. Not set: none does."),
                Setting.of(
                        AUTH,
                        new Range.OneOf(Set.of("none", "sigv4")),
                        "none",
                        "Whether calls to the AWS services must be signed."),
                Setting.optional(
                        AUTH_KEYS,
                        new Range.Text("a file of keys"),
                        "For mainswatch.auth=sigv4: a file with an access key id and its secret on each line."),
                Setting.of(
                        SHORTEST_KEEP_ALIVE,
                        new Range.Time(Duration.ofSeconds(1), Duration.ofMinutes(20)),
                        "30s",
                        "The keep-alive of an MQTT client that asks for less."),
                Setting.of(
                        SESSION_LIFE,
                        new Range.Time(Duration.ofSeconds(1), Duration.ofDays(7)),
                        "1h",
                        "How long a persistent MQTT session outlives its connection."),
                Setting.of(
                        SHADOW_REQUESTS_IN_FLIGHT,
                        REQUESTS,
                        "10",
                        "How many shadow requests of one thing may wait for their answers."),
                Setting.of(
                        SHADOW_REQUESTS_PER_SECOND,
                        REQUESTS,
                        "20",
                        "How many shadow requests one thing may make in a second."),
                Setting.optional(
                        LINES,
                        new Range.Text("a folder"),
                        "The folder of simulated lines that the edge uses, for the plug on the console."),
                Setting.of(
                        SES_SANDBOX,
                        new Range.OneOf(Set.of("on", "off")),
                        "off",
                        "Whether SES is in the sandbox: 200 mails a day, one a second, verified addresses only."),
                Setting.of(
                        INBOX_LIMIT,
                        new Range.Whole(1, 1_000_000),
                        "10000",
                        "How many mails the inbox keeps; the oldest go."));
    }
}
