package io.mainswatch.cloud;

import io.mainswatch.cloud.cli.AccountCommand;
import io.mainswatch.cloud.cli.CommandLogging;
import io.mainswatch.cloud.cli.DeviceCommand;
import io.mainswatch.cloud.cli.OperatorErrors;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program: without a sub-command it serves, until it is told to stop. */
@Command(
        name = "cloud-app",
        mixinStandardHelpOptions = true,
        description = "Tells owners about the power at their sites. Without a command: serves until stopped.",
        subcommands = {AccountCommand.class, DeviceCommand.class})
public final class CloudApp implements Callable<Integer> {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            defaultValue = "config/cloud/application.properties",
            description = "The configuration (default: ${DEFAULT-VALUE}).")
    private Path config;

    public static void main(String[] arguments) {
        CommandLogging.choose(arguments);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new CloudApp()).setExecutionExceptionHandler(new OperatorErrors());
    }

    /** The checked settings of the file that the command line names. */
    public Settings settings() {
        return new SettingsReader(new CloudSettings(), System.getenv()).read(config);
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = settings();
        CloudServer server = CloudServer.start(settings, Clock.systemUTC());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            stopped.countDown();
                        },
                        "stop"));
        System.out.println("ready: cloud-app listens to " + settings.text(CloudSettings.ENDPOINT) + ":"
                + settings.whole(CloudSettings.PORT) + "; health is at http://127.0.0.1:"
                + settings.whole(CloudSettings.MANAGEMENT_PORT) + "/observe/health");
        stopped.await();
        return 0;
    }
}
