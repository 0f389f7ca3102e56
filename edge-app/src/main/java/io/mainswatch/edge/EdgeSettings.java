package io.mainswatch.edge;

import io.mainswatch.settings.Range;
import io.mainswatch.settings.Setting;
import io.mainswatch.settings.SettingsDeclaration;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The keys of {@code config/edge/application.properties}. */
public final class EdgeSettings implements SettingsDeclaration {

    /** Where the keys stand unless {@code --config} names another file. */
    public static final String FILE = "config/edge/application.properties";

    /** Where the connection says that it is up: the one endpoint that Java sends to. */
    static final String CONNECTED = "direct:thing-connected";

    public static final String THING_NAME = "mainswatch.thing-name";
    public static final String ENDPOINT = "mainswatch.endpoint";
    public static final String PORT = "mainswatch.port";
    public static final String TLS = "mainswatch.tls";
    public static final String ROOT_CA = "mainswatch.root-ca";
    public static final String CERTIFICATE = "mainswatch.certificate";
    public static final String PRIVATE_KEY = "mainswatch.private-key";
    public static final String PRIVATE_KEY_PASSWORD = "mainswatch.private-key-password";
    public static final String KEEP_ALIVE = "mainswatch.keep-alive";
    public static final String HEARTBEAT = "mainswatch.heartbeat";
    public static final String DEAF_LIMIT = "mainswatch.deaf-limit";
    public static final String JOURNAL = "mainswatch.journal";
    public static final String GPIO = "mainswatch.gpio";
    public static final String SIMULATED_LINES = "mainswatch.simulated.lines";
    public static final String ROUTES = "mainswatch.routes";
    public static final String KAMELETS = "mainswatch.kamelets";

    private static final Range LINE = new Range.Whole(0, 1023);
    private static final Range PULL = new Range.OneOf(Set.of("off", "up", "down"));
    private static final Range DEBOUNCE = new Range.Time(Duration.ZERO, Duration.ofSeconds(10));
    private static final Range HOLD = new Range.Time(Duration.ZERO, Duration.ofHours(1));
    private static final Range FOLDER = new Range.Text("a folder");

    @Override
    public String program() {
        return "edge";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required(
                        THING_NAME,
                        new Range.Matching(
                                Pattern.compile("[a-zA-Z0-9:_-]{1,128}"),
                                "1 to 128 letters, digits, colons, underscores or hyphens"),
                        "The thing's name in the registry, and this device's MQTT client id."),
                Setting.required(
                        ENDPOINT,
                        new Range.Matching(
                                Pattern.compile("[a-zA-Z0-9._-]+|[0-9a-fA-F.]*:[0-9a-fA-F.:]*:[0-9a-fA-F.:]*"),
                                "a host name or address, without scheme and port"),
                        "Where the thing connects."),
                Setting.of(PORT, Range.port(), "8883", "The MQTT port."),
                Setting.of(TLS, new Range.OneOf(Set.of("on", "off")), "on", "Off only for a loopback address."),
                Setting.optional(ROOT_CA, new Range.PemText(), "The root certificates to trust."),
                Setting.optional(CERTIFICATE, new Range.PemText(), "The thing's certificate."),
                Setting.optional(PRIVATE_KEY, new Range.PemText(), "The thing's private key."),
                Setting.optional(
                        PRIVATE_KEY_PASSWORD, new Range.Text("a password"), "What the private key is encrypted with."),
                Setting.of(
                        KEEP_ALIVE,
                        new Range.Time(Duration.ofSeconds(30), Duration.ofMinutes(20)),
                        "60s",
                        "Time between signs of life."),
                Setting.of(
                        HEARTBEAT,
                        new Range.Time(Duration.ofSeconds(1), Duration.ofDays(1)),
                        "15m",
                        "Time between repeats of the latest report."),
                Setting.of(
                        DEAF_LIMIT,
                        new Range.Time(Duration.ofSeconds(1), Duration.ofDays(1)),
                        "10m",
                        "Connected without an answer for so long, the process ends itself."),
                Setting.of(JOURNAL, new Range.Text("a file"), "data/edge/journal.db", "The journal of events."),
                Setting.of(
                        GPIO,
                        new Range.OneOf(Set.of("auto", "chardev", "gpiod", "simulated")),
                        "auto",
                        "What the lines belong to."),
                Setting.of(SIMULATED_LINES, FOLDER, "data/lines", "Folder of simulated lines."),
                Setting.of("mainswatch.input.power.line", LINE, "4", "The line that sees the mains."),
                Setting.of("mainswatch.input.power.active-low", Range.flag(), "false", "Whether LOW means on."),
                Setting.of("mainswatch.input.power.pull", PULL, "off", "The resistor at the line."),
                Setting.of("mainswatch.input.power.debounce", DEBOUNCE, "200ms", "Shorter levels are not seen."),
                Setting.of("mainswatch.input.power.hold", HOLD, "2s", "Shorter levels are dips."),
                Setting.optional("mainswatch.input.*.line", LINE, "The line of another input."),
                Setting.optional("mainswatch.input.*.active-low", Range.flag(), "Whether LOW means on."),
                Setting.optional("mainswatch.input.*.pull", PULL, "The resistor at the line."),
                Setting.optional("mainswatch.input.*.debounce", DEBOUNCE, "Shorter levels are not seen."),
                Setting.optional("mainswatch.input.*.hold", HOLD, "Shorter levels are dips."),
                Setting.of(ROUTES, FOLDER, "routes/edge", "Where the routes are."),
                Setting.of(KAMELETS, FOLDER, "routes/kamelets", "Where the Kamelets are."));
    }

    @Override
    public Set<String> entryPoints() {
        return Set.of(CONNECTED);
    }
}
