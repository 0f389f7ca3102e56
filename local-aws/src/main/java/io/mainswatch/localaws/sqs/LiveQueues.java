package io.mainswatch.localaws.sqs;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.CreateQueueData;
import org.elasticmq.ElasticMQError;
import org.elasticmq.ImmediateNextDelivery$;
import org.elasticmq.NewMessageData;
import org.elasticmq.msg.CreateQueue;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.msg.SendMessage;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.util.Either;

/** The queues of ElasticMQ's actors. */
final class LiveQueues implements Queues {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ActorRef manager;

    LiveQueues(ActorRef manager) {
        this.manager = manager;
    }

    @Override
    public CompletionStage<Void> send(String queue, String body) {
        return Patterns.ask(manager, new LookupQueue(queue), PATIENCE).thenCompose(found -> {
            if (((Option<?>) found).isEmpty()) {
                throw new QueueException("there is no queue " + queue + "; create it first");
            }
            return put((ActorRef) ((Option<?>) found).get(), body);
        });
    }

    @Override
    public CompletionStage<Void> sendOrCreate(String queue, String body) {
        return Patterns.ask(manager, new LookupQueue(queue), PATIENCE)
                .thenCompose(found -> ((Option<?>) found).isDefined()
                        ? send(queue, body)
                        : Patterns.ask(manager, new CreateQueue(plain(queue)), PATIENCE)
                                .thenCompose(made -> put((ActorRef) right(made), body)));
    }

    private static CompletionStage<Void> put(ActorRef queue, String body) {
        NewMessageData message = new NewMessageData(
                Option.empty(),
                body,
                Map$.MODULE$.empty(),
                ImmediateNextDelivery$.MODULE$,
                Option.empty(),
                Option.empty(),
                0,
                Option.empty(),
                Option.empty(),
                Option.empty());
        return Patterns.ask(queue, new SendMessage(message), PATIENCE).thenApply(taken -> null);
    }

    private static CreateQueueData plain(String queue) {
        return new CreateQueueData(
                queue,
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                false,
                false,
                Option.empty(),
                Option.empty(),
                Map$.MODULE$.empty());
    }

    private static Object right(Object answer) {
        Either<?, ?> either = (Either<?, ?>) answer;
        if (either.isLeft()) {
            throw new QueueException(((ElasticMQError) either.left().toOption().get()).message());
        }
        return either.toOption().get();
    }
}
