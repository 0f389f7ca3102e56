package io.mainswatch.edge;

import com.pi4j.context.Context;
import io.mainswatch.edge.clock.DeviceClock;
import io.mainswatch.edge.clock.KernelSync;
import io.mainswatch.edge.clock.Uptime;
import io.mainswatch.edge.journal.Journal;
import io.mainswatch.edge.line.Gpio;
import io.mainswatch.edge.line.HeldLevels;
import io.mainswatch.edge.liveness.End;
import io.mainswatch.edge.liveness.Liveness;
import io.mainswatch.edge.liveness.ServiceManager;
import io.mainswatch.edge.liveness.ThingHealth;
import io.mainswatch.edge.report.Device;
import io.mainswatch.edge.report.Replies;
import io.mainswatch.edge.report.Reports;
import io.mainswatch.edge.thing.ThingConnection;
import io.mainswatch.edge.thing.ThingEndpoint;
import io.mainswatch.settings.Settings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/** Camel with the routes of the settings and the beans that they name; it holds the journal and the lines until closed. */
final class Edge implements AutoCloseable {

    /** How long the shadow service may take to answer. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** Less than the 10 s after which service managers kill. */
    private static final int STOP_SECONDS = 8;

    private static final Duration LAST_RESORT = Duration.ofSeconds(20);

    private final Main main = new Main();
    private final ServiceManager serviceManager = new ServiceManager(System.getenv());
    private final End end = new End(this::stop, Runtime.getRuntime()::halt, LAST_RESORT);
    private final Settings settings;
    private final Context gpio;
    private final Journal journal;

    /** Opens what the settings name. Nothing runs yet. */
    Edge(Settings settings) {
        this.settings = settings;
        this.gpio = new Gpio(Path.of("/dev"), settings.path(EdgeSettings.SIMULATED_LINES))
                .open(settings.text(EdgeSettings.GPIO));
        this.journal = new Journal(settings.path(EdgeSettings.JOURNAL), Clock.systemUTC());
    }

    /**
     * Runs until SIGTERM or {@link #stop}; the connection is up from the first to the last route.
     *
     * @param onReady run once, when every route reads its source
     */
    void run(Runnable onReady) throws Exception {
        ThingEndpoint endpoint = new EndpointSettings(settings).endpoint();
        ThingConnection connection = new ThingConnection(endpoint, new SecureRandom(), this::sayConnected);
        configure();
        bind(connection);
        main.addMainListener(new Readiness(() -> {
            serviceManager.ready();
            onReady.run();
        }));
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeStop(BaseMainSupport stopping) {
                serviceManager.stopping();
            }
        });
        main.init();
        CamelContext context = main.getCamelContext();
        context.addService(connection);
        context.getManagementStrategy().addEventNotifier(new RouteTrouble());
        main.run();
    }

    /** Ends {@link #run}, from another thread, as SIGTERM does. */
    void stop() {
        main.completed();
    }

    /** Whether {@link #run} has ended because the device was deaf. */
    boolean isDeaf() {
        return end.isDeaf();
    }

    private void configure() {
        main.setOverrideProperties(forRoutes());
        main.addInitialProperty("camel.component.kamelet.location", "file:" + settings.text(EdgeSettings.KAMELETS));
        main.addInitialProperty(
                "watchdog.period", Long.toString(serviceManager.period().toMillis()));
        main.configure()
                .withName("mainswatch-edge")
                .withRoutesIncludePattern(RouteFolder.pattern(settings))
                .withShutdownTimeout(STOP_SECONDS);
        main.configure()
                .routeControllerConfig()
                .withEnabled(true)
                .withBackOffDelay(1_000)
                .withBackOffMultiplier(2)
                .withBackOffMaxDelay(60_000);
    }

    /** What routes may use; the key is nobody's but TLS's. */
    private Properties forRoutes() {
        Properties properties = settings.asProperties();
        properties.remove(EdgeSettings.PRIVATE_KEY);
        properties.remove(EdgeSettings.PRIVATE_KEY_PASSWORD);
        return properties;
    }

    private void bind(ThingConnection connection) {
        Uptime uptime = Uptime.ofKernel(Path.of("/proc"));
        DeviceClock clock = new DeviceClock(Clock.systemUTC(), uptime, KernelSync.ofKernel());
        Device device = Device.here(settings.time(EdgeSettings.HEARTBEAT));
        main.bind("gpio", gpio);
        main.bind("journal", journal);
        main.bind("heldLevels", new HeldLevels(clock, System::nanoTime));
        Reports reports = new Reports(journal, clock, device);
        Replies replies = new Replies(ANSWER);
        main.bind("reports", reports);
        main.bind("replies", replies);
        main.bind("retryNotice", new RetryNotice());
        main.bind("thing", connection.client());
        Liveness liveness =
                new Liveness(connection, reports::due, replies::answered, settings.time(EdgeSettings.DEAF_LIMIT));
        main.bind("liveness", liveness);
        main.bind("thingHealth", new ThingHealth(liveness));
        main.bind("serviceManager", serviceManager);
        main.bind("end", end);
    }

    private void sayConnected() {
        main.getCamelContext()
                .createFluentProducerTemplate()
                .to(EdgeSettings.CONNECTED)
                .send();
    }

    @Override
    public void close() throws SQLException {
        journal.close();
        gpio.shutdown();
    }
}
