package io.mainswatch.localaws.sqs;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.mainswatch.localaws.start.StartException;
import io.mainswatch.localaws.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.http.scaladsl.Http.ServerBinding;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.msg.CreateQueue;
import org.elasticmq.msg.RestoreMessages;
import org.elasticmq.persistence.CreateQueueMetadata;
import org.elasticmq.persistence.QueueSorter;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.concurrent.Await;
import scala.concurrent.duration.FiniteDuration;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Either;

/**
 * SQS: ElasticMQ's server. Queues and messages are as they were after a restart or a kill of the process: a message is on
 * disk before its sender hears that it was taken ({@link QueueKeeper} names the one exception, which is about queues).
 * Only what a FIFO queue remembers of messages that are gone already is not kept: a repeat of one, sent after the restart
 * and within SQS's five minutes, is taken as new. Requests are not checked for signatures, nor for where they come from.
 */
public final class QueueServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QueueServer.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(30);

    /** How long requests, which may be polls of 20 s, are let finish at the end. */
    private static final FiniteDuration GOODBYE = FiniteDuration.apply(200, TimeUnit.MILLISECONDS);

    private static final FiniteDuration STOP_PATIENCE = FiniteDuration.apply(1500, TimeUnit.MILLISECONDS);

    private final ActorSystem system;
    private final ServerBinding binding;
    private final Queues queues;

    private QueueServer(ActorSystem system, ServerBinding binding, Queues queues) {
        this.system = system;
        this.binding = binding;
        this.queues = queues;
    }

    /**
     * Brings the stored queues back and opens the port.
     *
     * @param port 0 for any free one
     * @throws StartException if it is taken
     */
    public static QueueServer open(String host, int port, Database database) {
        Config config =
                ConfigFactory.parseResources(QueueServer.class, "pekko.conf").withFallback(ConfigFactory.load());
        ActorSystem system = ActorSystem.create("sqs", config);
        try {
            ActorRef keeper =
                    system.actorOf(Props.create(QueueKeeper.class, () -> new QueueKeeper(database)), "keeper");
            ActorRef manager = system.actorOf(
                    Props.create(
                            QueueManagerActor.class,
                            () -> new QueueManagerActor(
                                    new NowProvider(), StrictSQSLimits$.MODULE$, Option.apply(keeper))),
                    "queues");
            ActorRef watched =
                    system.actorOf(Props.create(PurgeWatch.class, () -> new PurgeWatch(manager, keeper)), "purges");
            restore(new QueueStore(database), manager);
            return new QueueServer(system, bind(host, port, system, watched, keeper), new LiveQueues(manager));
        } catch (RuntimeException e) {
            system.terminate();
            throw e;
        }
    }

    private static void restore(QueueStore store, ActorRef manager) {
        List<CreateQueueMetadata> inOrder = CollectionConverters.asJava(QueueSorter.sortCreateQueues(
                CollectionConverters.asScala(store.queues()).toList()));
        for (CreateQueueMetadata queue : inOrder) {
            Either<?, ?> created = (Either<?, ?>) ask(manager, new CreateQueue(queue.toCreateQueueData()));
            ask(
                    (ActorRef) created.toOption().get(),
                    new RestoreMessages(
                            CollectionConverters.asScala(store.messages(queue)).toList()));
        }
    }

    private static Object ask(ActorRef actor, Object question) {
        return Patterns.ask(actor, question, START_PATIENCE)
                .toCompletableFuture()
                .join();
    }

    /** The address "*" makes queue URLs of whatever name the caller has for this machine. */
    private static ServerBinding bind(String host, int port, ActorSystem system, ActorRef manager, ActorRef keeper) {
        try {
            return new TheSQSRestServerBuilder(
                            Option.apply(system),
                            Option.apply(manager),
                            host,
                            port,
                            new NodeAddress("http", "*", port, ""),
                            false,
                            StrictSQSLimits$.MODULE$,
                            "eu-west-1",
                            "000000000000",
                            Option.apply(keeper))
                    .start()
                    .waitUntilStarted();
        } catch (RuntimeException e) {
            throw StartException.portUnavailable("SQS", host, port, "--sqs-port", e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return binding.localAddress().getPort();
    }

    /** The way in for this process. */
    public Queues queues() {
        return queues;
    }

    @Override
    public void close() {
        try {
            Await.ready(binding.terminate(GOODBYE), STOP_PATIENCE);
            Await.ready(system.terminate(), STOP_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("SQS had not ended when the rest did: {}", e.toString());
        }
    }
}
