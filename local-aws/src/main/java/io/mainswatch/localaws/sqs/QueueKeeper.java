package io.mainswatch.localaws.sqs;

import io.mainswatch.localaws.store.Database;
import io.mainswatch.localaws.store.Sql;
import java.sql.SQLException;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Status;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent.MessageAdded;
import org.elasticmq.actor.queue.QueueEvent.MessageRemoved;
import org.elasticmq.actor.queue.QueueEvent.MessageUpdated;
import org.elasticmq.actor.queue.QueueEvent.QueueCreated;
import org.elasticmq.actor.queue.QueueEvent.QueueDeleted;
import org.elasticmq.actor.queue.QueueEvent.QueueMetadataUpdated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what happens to queues to the database. ElasticMQ answers its client only when a change of a message is
 * confirmed here, which is after the commit; it does not ask about a queue, so that a process which is killed within
 * milliseconds of a CreateQueue, DeleteQueue or PurgeQueue may not remember it. (ElasticMQ has such a keeper of its own,
 * but one for the whole process, with a database of its own.)
 */
final class QueueKeeper extends AbstractActor {

    private static final Logger LOG = LoggerFactory.getLogger(QueueKeeper.class);

    private final Database database;

    QueueKeeper(Database database) {
        this.database = database;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(QueueCreated.class, event -> write(sql -> QueueStore.save(sql, event.queue())))
                .match(QueueMetadataUpdated.class, event -> write(sql -> QueueStore.save(sql, event.queue())))
                .match(PurgeWatch.Purged.class, event -> write(sql -> QueueStore.purge(sql, event.queueName())))
                .match(QueueDeleted.class, event -> write(sql -> QueueStore.deleteQueue(sql, event.queueName())))
                .match(
                        MessageAdded.class,
                        event -> confirm(sql -> QueueStore.add(sql, event.queueName(), event.message())))
                .match(
                        MessageUpdated.class,
                        event -> confirm(sql -> QueueStore.update(sql, event.queueName(), event.message())))
                .match(
                        MessageRemoved.class,
                        event -> confirm(sql -> QueueStore.remove(sql, event.queueName(), event.messageId())))
                .build();
    }

    /** A change of the database. */
    private interface Change {
        void make(Sql sql) throws SQLException;
    }

    private void write(Change change) {
        database.write(sql -> {
                    change.make(sql);
                    return OperationSuccessful$.MODULE$;
                })
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.error("a queue could not be stored: {}", failure.toString());
                    }
                });
    }

    private void confirm(Change change) {
        ActorRef asker = getSender();
        database.write(sql -> {
                    change.make(sql);
                    return OperationSuccessful$.MODULE$;
                })
                .whenComplete((done, failure) ->
                        asker.tell(failure == null ? done : new Status.Failure(failure), ActorRef.noSender()));
    }
}
