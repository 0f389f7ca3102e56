package io.mainswatch.cloud;

import io.mainswatch.cloud.cli.AccountCommand;
import io.mainswatch.cloud.cli.CommandLogging;
import io.mainswatch.cloud.cli.Configured;
import io.mainswatch.cloud.cli.DeviceCommand;
import io.mainswatch.cloud.cli.OperatorErrors;
import io.mainswatch.cloud.settings.CloudSettings;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
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
public final class CloudApp implements Callable<Integer>, Configured {

    private static final Logger LOG = LoggerFactory.getLogger(CloudApp.class);

    /** With the time to stop, less than the 10 s after which service managers kill. */
    private static final int PATIENCE_SECONDS = 5;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            defaultValue = "config/cloud/application.properties",
            description = "The configuration (default: ${DEFAULT-VALUE}).")
    private Path config;

    public static void main(String[] arguments) {
        CommandLogging.choose(arguments);
        // The MQTT client logs through java.util.logging.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new CloudApp()).setExecutionExceptionHandler(new OperatorErrors());
    }

    @Override
    public Settings settings() {
        return new SettingsReader(new CloudSettings(), System.getenv()).read(config);
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = settings();
        CompletableFuture<CloudServer> starting = new CompletableFuture<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(starting), "stop"));
        try {
            starting.complete(CloudServer.start(settings, Clock.systemUTC()));
        } catch (Exception e) {
            starting.completeExceptionally(e);
            throw e;
        }
        System.out.println("ready: cloud-app listens to " + settings.text(CloudSettings.ENDPOINT) + ":"
                + settings.whole(CloudSettings.PORT) + "; health is at http://127.0.0.1:"
                + settings.whole(CloudSettings.MANAGEMENT_PORT) + "/observe/health");
        new CountDownLatch(1).await();
        return 0;
    }

    /** A start that is told to stop is let finish first, if it does soon: half a start could leave a database running. */
    private static void stop(CompletableFuture<CloudServer> starting) {
        try {
            starting.get(PATIENCE_SECONDS, TimeUnit.SECONDS).close();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("stopped before it served", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
