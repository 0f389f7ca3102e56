package io.mainswatch.localaws;

import io.mainswatch.localaws.auth.AccessKeys;
import io.mainswatch.localaws.start.StartException;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsException;
import io.mainswatch.settings.SettingsReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The stand-in as a program: starts, says {@code ready:} with its ports, and runs until it is told to end. */
public final class LocalAwsApp {

    private static final int CANNOT_START = 2;

    private LocalAwsApp() {}

    /** Exit code 2 means that it could not start; standard error says why. */
    public static void main(String[] arguments) {
        try {
            LocalAws aws = start(System.getenv(), arguments);
            Runtime.getRuntime().addShutdownHook(new Thread(aws::close, "shutdown"));
            System.out.println("ready: MQTT on port " + aws.mqttPort() + ", AWS services at " + aws.httpEndpoint()
                    + ", console at " + aws.httpEndpoint().resolve("/_console/")
                    + ", MQTT with certificates on port " + aws.mqttsPort() + " (root " + aws.rootCa() + ")"
                    + aws.sqsEndpoint().map(sqs -> ", SQS at " + sqs).orElse(""));
        } catch (SettingsException | StartException e) {
            System.err.println(e.getMessage());
            System.exit(CANNOT_START);
        }
    }

    private static LocalAws start(Map<String, String> environment, String... arguments) {
        LocalAwsSettings declaration = new LocalAwsSettings();
        CommandLine commandLine = CommandLine.parse(declaration, environment, arguments);
        Settings settings = new SettingsReader(declaration, commandLine.environment()).read(commandLine.config());
        LocalAwsBuilder builder = LocalAws.builder()
                .data(settings.path(LocalAwsSettings.DATA))
                .host(settings.text(LocalAwsSettings.HOST))
                .mqttPort(settings.whole(LocalAwsSettings.MQTT_PORT))
                .mqttsPort(settings.whole(LocalAwsSettings.MQTTS_PORT))
                .httpPort(settings.whole(LocalAwsSettings.HTTP_PORT))
                .shortestKeepAlive(settings.time(LocalAwsSettings.SHORTEST_KEEP_ALIVE))
                .sessionLife(settings.time(LocalAwsSettings.SESSION_LIFE))
                .shadowRequestsInFlight(settings.whole(LocalAwsSettings.SHADOW_REQUESTS_IN_FLIGHT))
                .shadowRequestsPerSecond(settings.whole(LocalAwsSettings.SHADOW_REQUESTS_PER_SECOND))
                .sesSandbox(settings.text(LocalAwsSettings.SES_SANDBOX).equals("on"))
                .inboxLimit(settings.whole(LocalAwsSettings.INBOX_LIMIT));
        settings.find(LocalAwsSettings.CERTIFICATE_NAMES)
                .map(names -> List.of(names.split("\\s*,\\s*")))
                .ifPresent(builder::certificateNames);
        settings.find(LocalAwsSettings.SQS_PORT).map(Integer::valueOf).ifPresent(builder::sqsPort);
        settings.find(LocalAwsSettings.SES_EVENTS_QUEUE).ifPresent(builder::sesEventsQueue);
        if (settings.text(LocalAwsSettings.AUTH).equals("sigv4")) {
            builder.accessKeys(AccessKeys.read(settings.find(LocalAwsSettings.AUTH_KEYS)
                    .orElseThrow(() -> StartException.keysUnusable("--auth sigv4 needs some"))));
        }
        settings.find(LocalAwsSettings.LINES).map(Path::of).ifPresent(builder::lines);
        return builder.start();
    }
}
