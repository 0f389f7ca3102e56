package io.mainswatch.localaws;

import io.mainswatch.localaws.broker.ArtemisBroker;
import io.mainswatch.localaws.broker.Broker;
import io.mainswatch.localaws.console.ConsoleApi;
import io.mainswatch.localaws.console.ConsoleEvents;
import io.mainswatch.localaws.console.LineWatch;
import io.mainswatch.localaws.console.ThingViews;
import io.mainswatch.localaws.faults.Faults;
import io.mainswatch.localaws.faults.FaultsApi;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.HttpDoor;
import io.mainswatch.localaws.lines.SimulatedLines;
import io.mainswatch.localaws.presence.Presence;
import io.mainswatch.localaws.registry.RegistryApi;
import io.mainswatch.localaws.registry.ThingRegistry;
import io.mainswatch.localaws.registry.ThingTypes;
import io.mainswatch.localaws.ses.FeedbackListener;
import io.mainswatch.localaws.ses.Ses;
import io.mainswatch.localaws.ses.SesOptions;
import io.mainswatch.localaws.shadow.DataPlaneApi;
import io.mainswatch.localaws.shadow.ShadowService;
import io.mainswatch.localaws.shadow.ShadowStore;
import io.mainswatch.localaws.store.Changes;
import io.mainswatch.localaws.store.DataFolder;
import io.mainswatch.localaws.store.Database;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A running stand-in. It serves from {@link Builder#start} until {@link #close}; several may run in one process. */
public final class LocalAws implements AutoCloseable {

    private final String host;
    private final OpenParts parts = new OpenParts();
    private final Faults faults;
    private final Broker broker;
    private final HttpDoor http;

    private LocalAws(Builder builder) {
        host = builder.host;
        Changes changes = new Changes();
        faults = new Faults(changes, builder.clock);
        try {
            DataFolder folder = parts.add(DataFolder.open(builder.data), DataFolder::close);
            Database database = parts.add(Database.open(folder.database()), Database::close);
            broker = parts.add(new ArtemisBroker(host, builder.mqttPort, folder.broker(), faults), Broker::close);
            ShadowStore shadowStore = new ShadowStore(database);
            ShadowService shadows = new ShadowService(database, shadowStore, broker, faults, changes, builder.clock);
            Presence presence = new Presence(database, broker, faults, changes, builder.clock);
            broker.start(new Switchboard(presence, shadows));
            presence.endLastRun();

            ThingTypes types = new ThingTypes(database, builder.clock);
            ThingRegistry things = new ThingRegistry(database, types, changes);
            Vertx vertx = parts.add(vertx(), LocalAws::close);
            Ses ses = parts.add(
                    new Ses(database, faults, changes, builder.clock, builder.ses, builder.feedback), Ses::close);
            ses.start();
            Optional<SimulatedLines> lines = builder.lines.map(SimulatedLines::new);
            lines.ifPresent(watched -> new LineWatch(vertx, watched, changes).start());
            List<HttpApi> apis = List.of(
                    new FaultsApi(faults),
                    new RegistryApi(things, types),
                    new DataPlaneApi(shadows, shadowStore, broker, builder.clock),
                    ses.api(),
                    new ConsoleApi(
                            new ThingViews(things, shadowStore, presence, builder.clock),
                            ses.inbox(),
                            lines,
                            this::endpoints,
                            new ConsoleEvents(vertx, changes),
                            changes));
            http = parts.add(HttpDoor.open(vertx, host, builder.httpPort, apis), HttpDoor::close);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The MQTT port, also if any free one was asked for. */
    public int mqttPort() {
        return broker.port();
    }

    /** The HTTP port, also if any free one was asked for. */
    public int httpPort() {
        return http.port();
    }

    /** AWS's bad days, to be armed and disarmed while it runs. */
    public Faults faults() {
        return faults;
    }

    /** What to give the AWS SDK as its endpoint. */
    public URI httpEndpoint() {
        return URI.create("http://" + urlHost() + ":" + httpPort());
    }

    private ConsoleApi.Endpoints endpoints() {
        return new ConsoleApi.Endpoints(
                urlHost() + ":" + mqttPort(), httpEndpoint().toString());
    }

    private String urlHost() {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** Stops serving. What was acknowledged is on disk; what persistent sessions wait for too. */
    @Override
    public void close() {
        parts.close();
    }

    private static Vertx vertx() {
        return Vertx.vertx(new VertxOptions()
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    }

    private static void close(Vertx vertx) {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** How a stand-in shall run. Only the data folder must be given. */
    public static final class Builder {

        private Path data;
        private String host = "127.0.0.1";
        private int mqttPort = 1883;
        private int httpPort = 4566;
        private Optional<Path> lines = Optional.empty();
        private Clock clock = Clock.systemUTC();
        private SesOptions ses = SesOptions.DEFAULT;
        private final List<FeedbackListener> feedback = new ArrayList<>();

        private Builder() {}

        /** The folder for everything that survives a restart; made if it is not there. */
        public Builder data(Path folder) {
            data = folder;
            return this;
        }

        /** The address to listen on; this machine only unless changed. */
        public Builder host(String address) {
            host = address;
            return this;
        }

        /** 0 for any free port. */
        public Builder mqttPort(int port) {
            mqttPort = port;
            return this;
        }

        /** 0 for any free port. */
        public Builder httpPort(int port) {
            httpPort = port;
            return this;
        }

        /** The folder of simulated lines, for the plug on the console. */
        public Builder lines(Path folder) {
            lines = Optional.of(folder);
            return this;
        }

        /**
         * Whether the mail service is in the sandbox, as a new account's is: 200 mails in 24 hours, one a second, from and
         * to verified addresses only. Off unless changed.
         */
        public Builder sesSandbox(boolean on) {
            ses = ses.withSandbox(on);
            return this;
        }

        /** How many mails the inbox keeps, 1 or more; 10,000 unless changed. The oldest go. */
        public Builder inboxLimit(int mails) {
            ses = ses.withInboxLimit(mails);
            return this;
        }

        /** Also tells this one what becomes of each mail. */
        public Builder feedback(FeedbackListener listener) {
            feedback.add(listener);
            return this;
        }

        public Builder clock(Clock time) {
            clock = time;
            return this;
        }

        /**
         * Starts it; both ports serve when this returns.
         *
         * @throws io.mainswatch.localaws.start.StartException if a port is taken or the folder cannot be used
         */
        public LocalAws start() {
            Objects.requireNonNull(data, "data: name the folder");
            return new LocalAws(this);
        }
    }
}
