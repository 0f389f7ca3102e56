package io.mainswatch.localaws;

import io.mainswatch.localaws.broker.ArtemisBroker;
import io.mainswatch.localaws.broker.Broker;
import io.mainswatch.localaws.console.ConsoleApi;
import io.mainswatch.localaws.console.ConsoleEvents;
import io.mainswatch.localaws.console.LineWatch;
import io.mainswatch.localaws.console.ThingViews;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.HttpDoor;
import io.mainswatch.localaws.lines.SimulatedLines;
import io.mainswatch.localaws.messages.ConnectionsApi;
import io.mainswatch.localaws.messages.RetainedApi;
import io.mainswatch.localaws.presence.Presence;
import io.mainswatch.localaws.registry.EventConfigurations;
import io.mainswatch.localaws.registry.EventConfigurationsApi;
import io.mainswatch.localaws.registry.RegistryApi;
import io.mainswatch.localaws.registry.ThingEvents;
import io.mainswatch.localaws.registry.ThingGroups;
import io.mainswatch.localaws.registry.ThingGroupsApi;
import io.mainswatch.localaws.registry.ThingRegistry;
import io.mainswatch.localaws.registry.ThingTypes;
import io.mainswatch.localaws.registry.ThingTypesApi;
import io.mainswatch.localaws.search.IndexingApi;
import io.mainswatch.localaws.search.SearchApi;
import io.mainswatch.localaws.search.ThingIndex;
import io.mainswatch.localaws.ses.Identities;
import io.mainswatch.localaws.ses.MailStore;
import io.mainswatch.localaws.ses.SesApi;
import io.mainswatch.localaws.shadow.DataPlaneApi;
import io.mainswatch.localaws.shadow.ShadowDocuments;
import io.mainswatch.localaws.shadow.ShadowQuota;
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
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A running stand-in. It serves from {@link Builder#start} until {@link #close}; several may run in one process. */
public final class LocalAws implements AutoCloseable {

    private final String host;
    private final OpenParts parts = new OpenParts();
    private final Broker broker;
    private final HttpDoor http;

    private LocalAws(Builder builder) {
        host = builder.host;
        try {
            DataFolder folder = parts.add(DataFolder.open(builder.data), DataFolder::close);
            Database database = parts.add(Database.open(folder.database()), Database::close);
            broker = parts.add(
                    new ArtemisBroker(host, builder.mqttPort, folder.broker(), builder.shortestKeepAlive),
                    Broker::close);
            Changes changes = new Changes();
            ShadowStore shadowStore = new ShadowStore(database);
            ShadowService shadows = new ShadowService(
                    database,
                    shadowStore,
                    broker,
                    changes,
                    new ShadowQuota(builder.shadowRequestsInFlight, builder.shadowRequestsPerSecond, builder.clock),
                    builder.clock);
            Presence presence = new Presence(database, broker, changes, builder.clock);
            broker.start(new Switchboard(presence, shadows));
            presence.endLastRun();

            ThingTypes types = new ThingTypes(database, builder.clock);
            EventConfigurations eventSwitches = new EventConfigurations(database, builder.clock);
            ThingRegistry things =
                    new ThingRegistry(database, types, new ThingEvents(eventSwitches, broker, builder.clock), changes);
            ThingGroups groups = new ThingGroups(database, things, builder.clock);
            ShadowDocuments documents = new ShadowDocuments(shadowStore, builder.clock);
            MailStore mails = new MailStore(database, changes);
            Vertx vertx = parts.add(vertx(), LocalAws::close);
            Optional<SimulatedLines> lines = builder.lines.map(SimulatedLines::new);
            lines.ifPresent(watched -> new LineWatch(vertx, watched, changes).start());
            List<HttpApi> apis = List.of(
                    new RegistryApi(things),
                    new ThingTypesApi(types),
                    new ThingGroupsApi(groups, things),
                    new EventConfigurationsApi(eventSwitches),
                    new IndexingApi(),
                    new SearchApi(new ThingIndex(things, groups, documents, presence), things, presence),
                    new DataPlaneApi(shadows, shadowStore, broker, builder.clock),
                    new RetainedApi(broker.retained()),
                    new ConnectionsApi(broker),
                    new SesApi(mails, new Identities(database), builder.clock),
                    new ConsoleApi(
                            new ThingViews(things, shadowStore, documents, presence),
                            mails,
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
        private int shadowRequestsInFlight = ShadowQuota.AWS_IN_FLIGHT;
        private int shadowRequestsPerSecond = ShadowQuota.AWS_PER_SECOND;
        private Clock clock = Clock.systemUTC();
        private Duration shortestKeepAlive = Duration.ofSeconds(30);

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

        /** The keep-alive that a client gets who asks for less, 1 to 1200 whole seconds; AWS's 30 unless changed. */
        public Builder shortestKeepAlive(Duration keepAlive) {
            shortestKeepAlive = keepAlive;
            return this;
        }

        /** How many shadow requests of one thing may wait for their answers, at least 1; AWS's 10 unless changed. */
        public Builder shadowRequestsInFlight(int requests) {
            shadowRequestsInFlight = requests;
            return this;
        }

        /** How many shadow requests one thing may make in a second, at least 1; AWS's 20 unless changed. */
        public Builder shadowRequestsPerSecond(int requests) {
            shadowRequestsPerSecond = requests;
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
