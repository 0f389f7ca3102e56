package io.mainswatch.cloud.settings;

import io.mainswatch.settings.Range;
import io.mainswatch.settings.Setting;
import io.mainswatch.settings.SettingsDeclaration;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The keys of the cloud app. Their order is the order of {@code config/cloud/application.properties}. */
public final class CloudSettings implements SettingsDeclaration {

    public static final String ENDPOINT = "mainswatch.endpoint";
    public static final String PORT = "mainswatch.port";
    public static final String CLIENT_ID = "mainswatch.client-id";
    public static final String TOPIC_ROOT = "mainswatch.topic-root";
    public static final String AWS_ENDPOINT = "mainswatch.aws-endpoint";
    public static final String DATA = "mainswatch.data";
    public static final String DATABASE_URL = "mainswatch.database.url";
    public static final String DATABASE_USER = "mainswatch.database.user";
    public static final String DATABASE_PASSWORD = "mainswatch.database.password";
    public static final String MANAGEMENT_PORT = "mainswatch.management-port";
    public static final String MAIL_FROM = "mainswatch.mail.from";
    public static final String MAIL_REPLY_TO = "mainswatch.mail.reply-to";
    public static final String PUBLIC_URL = "mainswatch.public-url";
    public static final String NOTIFY_EXPIRE = "mainswatch.notify.expire";
    public static final String ROUTES = "mainswatch.routes";
    public static final String KAMELETS = "mainswatch.kamelets";
    public static final String TEMPLATES = "mainswatch.templates";
    public static final String OPERATOR_ROUTES = "mainswatch.operator-routes";

    /** The route that puts a thing in the registry; the command line sends to it. */
    public static final String REGISTER_THING = "direct:register-thing";

    /** The route that reads a page of things from the registry; the command line sends to it. */
    public static final String LIST_THINGS = "direct:list-things";

    private static final Range HOST = new Range.Matching(
            Pattern.compile("[a-zA-Z0-9]([a-zA-Z0-9.:-]{0,251}[a-zA-Z0-9])?"), "a host name or an IP address");
    private static final Range CLIENT = new Range.Matching(
            Pattern.compile("[a-zA-Z0-9_-]{1,128}"), "1 to 128 letters, digits, hyphens and underscores");
    private static final Range TOPIC = new Range.Matching(
            Pattern.compile("[^+#/\\s]+(/[^+#/\\s]+)*"), "an MQTT topic without wildcards, such as $aws");
    private static final Range ADDRESS = new Range.Matching(
            Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-zA-Z0-9-]+(\\.[a-zA-Z0-9-]+)*"),
            "a plain e-mail address such as alarm@example.org");
    private static final Range WEB = new Range.Uri(List.of("http", "https"));
    private static final Range FOLDER = new Range.Text("a folder");

    @Override
    public String program() {
        return "cloud";
    }

    @Override
    public Set<String> entryPoints() {
        return Set.of(REGISTER_THING, LIST_THINGS);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required(ENDPOINT, HOST, "The MQTT host that publishes the shadow documents."),
                Setting.of(PORT, Range.port(), "1883", "The MQTT port of that host."),
                Setting.of(CLIENT_ID, CLIENT, "mainswatch-cloud", "The MQTT client id; it owns the durable session."),
                Setting.of(TOPIC_ROOT, TOPIC, "$aws", "What the topics of AWS IoT begin with."),
                Setting.optional(AWS_ENDPOINT, WEB, "A stand-in for AWS; unset, the AWS of the SDK's own settings."),
                Setting.of(DATA, FOLDER, "data/cloud", "Where the embedded PostgreSQL keeps its data."),
                Setting.optional(
                        DATABASE_URL,
                        new Range.Matching(Pattern.compile("jdbc:postgresql:.+"), "a jdbc:postgresql: URL"),
                        "A PostgreSQL server; unset, an embedded one."),
                Setting.optional(DATABASE_USER, new Range.Text("a user name"), "The user on that server."),
                Setting.optional(DATABASE_PASSWORD, new Range.Text("a password"), "The user's password."),
                Setting.of(MANAGEMENT_PORT, Range.port(), "9876", "Health and metrics, on the loopback address only."),
                Setting.required(MAIL_FROM, ADDRESS, "The sender of all mails, verified with SES."),
                Setting.optional(MAIL_REPLY_TO, ADDRESS, "Where answers go: a person who helps."),
                Setting.optional(PUBLIC_URL, WEB, "Where owners find Mainswatch; mails link to it."),
                Setting.of(
                        NOTIFY_EXPIRE,
                        new Range.Time(Duration.ofMinutes(1), Duration.ofDays(30)),
                        "24h",
                        "How long a mail is tried before it is given up."),
                Setting.of(ROUTES, FOLDER, "routes/cloud", "The folder of the routes."),
                Setting.of(KAMELETS, FOLDER, "routes/kamelets", "The folder of the Kamelets."),
                Setting.of(TEMPLATES, FOLDER, "routes/cloud/templates", "The folder of the mail templates."),
                Setting.of(OPERATOR_ROUTES, FOLDER, "routes/operator", "The folder of the command line's routes."));
    }
}
