package io.mainswatch.localaws.sqs;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.Terminated;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.msg.ClearQueue;
import org.elasticmq.msg.LookupQueue;
import scala.Option;

/**
 * Stands before ElasticMQ's queues and tells the keeper when one is purged: ElasticMQ tells it nothing of that, and what
 * was purged would be back after a restart.
 */
final class PurgeWatch extends AbstractActor {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ActorRef manager;
    private final ActorRef keeper;

    /** What stands before each queue that somebody has asked for. */
    private final Map<ActorRef, ActorRef> fronts = new HashMap<>();

    PurgeWatch(ActorRef manager, ActorRef keeper) {
        this.manager = manager;
        this.keeper = keeper;
    }

    /** All messages of a queue are gone. */
    record Purged(String queueName) {}

    private record Found(ActorRef asker, String name, Option<?> queue) {}

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(LookupQueue.class, this::lookUp)
                .match(Found.class, found -> found.asker().tell(front(found), getSelf()))
                .matchAny(message -> manager.forward(message, getContext()))
                .build();
    }

    private void lookUp(LookupQueue question) {
        ActorRef asker = getSender();
        ActorRef self = getSelf();
        Patterns.ask(manager, question, PATIENCE)
                .thenAccept(answer -> self.tell(new Found(asker, question.queueName(), (Option<?>) answer), self));
    }

    private Option<ActorRef> front(Found found) {
        if (found.queue().isEmpty()) {
            return Option.empty();
        }
        fronts.keySet().removeIf(ActorRef::isTerminated);
        return Option.apply(fronts.computeIfAbsent(
                (ActorRef) found.queue().get(),
                queue ->
                        getContext().actorOf(Props.create(Front.class, () -> new Front(queue, found.name(), keeper)))));
    }

    private static final class Front extends AbstractActor {

        private final ActorRef queue;
        private final String name;
        private final ActorRef keeper;

        Front(ActorRef queue, String name, ActorRef keeper) {
            this.queue = queue;
            this.name = name;
            this.keeper = keeper;
        }

        @Override
        public void preStart() {
            getContext().watch(queue);
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .match(ClearQueue.class, purge -> {
                        keeper.tell(new Purged(name), getSelf());
                        queue.forward(purge, getContext());
                    })
                    .match(Terminated.class, deleted -> getContext().stop(getSelf()))
                    .matchAny(message -> queue.forward(message, getContext()))
                    .build();
        }
    }
}
