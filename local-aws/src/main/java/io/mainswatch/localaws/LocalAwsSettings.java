package io.mainswatch.localaws;

import io.mainswatch.settings.Range;
import io.mainswatch.settings.Setting;
import io.mainswatch.settings.SettingsDeclaration;
import java.util.List;
import java.util.Set;

/** The keys of {@code config/local-aws/application.properties}. */
public final class LocalAwsSettings implements SettingsDeclaration {

    public static final String DATA = "mainswatch.data";
    public static final String HOST = "mainswatch.host";
    public static final String MQTT_PORT = "mainswatch.mqtt-port";
    public static final String HTTP_PORT = "mainswatch.http-port";
    public static final String LINES = "mainswatch.lines";
    public static final String SES_SANDBOX = "mainswatch.ses-sandbox";
    public static final String INBOX_LIMIT = "mainswatch.inbox-limit";

    private static final Range PORT = new Range.Whole(0, 65_535);

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
                        HTTP_PORT, PORT, "4566", "The port of the AWS services and the console; 0 takes any free one."),
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
