package io.mainswatch.localaws;

import io.mainswatch.localaws.auth.Refusals;
import io.mainswatch.localaws.auth.SignatureCheck;
import io.mainswatch.localaws.console.ConsoleApi;
import io.mainswatch.localaws.console.ConsoleEvents;
import io.mainswatch.localaws.console.LineWatch;
import io.mainswatch.localaws.console.MessagesApi;
import io.mainswatch.localaws.faults.Faults;
import io.mainswatch.localaws.faults.FaultsApi;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.HttpDoor;
import io.mainswatch.localaws.lines.SimulatedLines;
import io.mainswatch.localaws.ses.FeedbackListener;
import io.mainswatch.localaws.ses.Ses;
import io.mainswatch.localaws.sqs.EventQueue;
import io.mainswatch.localaws.sqs.QueueServer;
import io.mainswatch.localaws.sqs.Queues;
import io.mainswatch.localaws.store.Changes;
import io.mainswatch.localaws.store.DataFolder;
import io.mainswatch.localaws.store.Database;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A running stand-in. It serves from {@link LocalAwsBuilder#start} until {@link #close}; several may run in one process. */
public final class LocalAws implements AutoCloseable {

    private final String host;
    private final OpenParts parts = new OpenParts();
    private final Faults faults;
    private final Optional<QueueServer> sqs;
    private final IotCore iot;
    private final HttpDoor http;

    LocalAws(LocalAwsBuilder options) {
        host = options.host;
        Changes changes = new Changes();
        faults = new Faults(changes, options.clock);
        try {
            DataFolder folder = parts.add(DataFolder.open(options.data), DataFolder::close);
            Database database = parts.add(Database.open(folder.database()), Database::close);
            sqs = options.sqsPort.map(port -> parts.add(QueueServer.open(host, port, database), QueueServer::close));
            Queues queues = sqs.map(QueueServer::queues).orElseGet(Queues::none);
            iot = new IotCore(options, folder, database, queues, faults, changes, parts);
            Vertx vertx = parts.add(vertx(), LocalAws::close);
            Ses ses = parts.add(
                    new Ses(database, faults, changes, options.clock, options.ses, feedback(options, queues)),
                    Ses::close);
            ses.start();
            Optional<SimulatedLines> lines = options.lines.map(SimulatedLines::new);
            lines.ifPresent(watched -> new LineWatch(vertx, watched, changes).start());
            ConsoleApi console = new ConsoleApi(
                    iot.views(), ses.inbox(), lines, this::endpoints, new ConsoleEvents(vertx, changes), changes);
            // The faults of HTTP itself strike whatever comes after them.
            List<HttpApi> apis = new ArrayList<>(List.of(new FaultsApi(faults), ses.api()));
            apis.addAll(iot.apis());
            apis.addAll(List.of(new MessagesApi(iot.log()), console));
            Optional<Handler<RoutingContext>> guard =
                    options.keys.map(keys -> new SignatureCheck(keys, options.clock, Refusals::answer));
            http = parts.add(HttpDoor.open(vertx, host, options.httpPort, guard, apis), HttpDoor::close);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** Those of the builder, and the queue if one shall hear what becomes of mails. */
    private static List<FeedbackListener> feedback(LocalAwsBuilder options, Queues queues) {
        List<FeedbackListener> listeners = new ArrayList<>(options.feedback);
        options.sesEventsQueue.ifPresent(name -> {
            EventQueue queue = new EventQueue(queues, name);
            listeners.add(event -> queue.put(event.toString().getBytes(StandardCharsets.UTF_8)));
        });
        return listeners;
    }

    public static LocalAwsBuilder builder() {
        return new LocalAwsBuilder();
    }

    /** The MQTT port, also if any free one was asked for. */
    public int mqttPort() {
        return iot.broker().port();
    }

    /** The MQTT port for clients with certificates, also if any free one was asked for. */
    public int mqttsPort() {
        return iot.broker().tlsPort();
    }

    /** The PEM file with the certificate that clients of the {@link #mqttsPort} must trust. */
    public Path rootCa() {
        return iot.identity().rootCa();
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

    /** What to give the AWS SDK as its endpoint for SQS, if there is SQS. */
    public Optional<URI> sqsEndpoint() {
        return sqs.map(server -> URI.create("http://" + urlHost() + ":" + server.port()));
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
}
