package io.mainswatch.localaws.sqs;

import io.mainswatch.localaws.store.Database;
import io.mainswatch.localaws.store.Sql;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.elasticmq.QueueData;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.persistence.CreateQueueMetadata;
import org.elasticmq.persistence.sql.DBMessage;
import org.elasticmq.persistence.sql.DBQueue;
import scala.Option;
import scala.jdk.javaapi.OptionConverters;

/**
 * Queues and their messages in the database. What is inside an attribute or a queue's settings is written as ElasticMQ
 * writes it; a message's text is stored as text, because ElasticMQ would write it in the platform's character set.
 */
final class QueueStore {

    private final Database database;

    QueueStore(Database database) {
        this.database = database;
    }

    List<CreateQueueMetadata> queues() {
        return database.read(sql -> sql.list(
                "select name, data from sqs_queue order by name",
                row -> new DBQueue(row.getString(1), row.getBytes(2)).toCreateQueue()));
    }

    /** The messages of a queue in the order in which they came. */
    List<InternalMessage> messages(CreateQueueMetadata queue) {
        return database.read(sql -> sql.list(
                "select * from sqs_message where queue = ? order by place",
                row -> message(row, queue.isFifo()),
                queue.name()));
    }

    static void save(Sql sql, QueueData queue) throws SQLException {
        sql.update(
                "insert into sqs_queue (name, data) values (?, ?)"
                        + " on conflict (name) do update set data = excluded.data",
                queue.name(),
                DBQueue.from(CreateQueueMetadata.from(queue)).data());
    }

    static void deleteQueue(Sql sql, String name) throws SQLException {
        sql.update("delete from sqs_queue where name = ?", name);
    }

    static void purge(Sql sql, String queue) throws SQLException {
        sql.update("delete from sqs_message where queue = ?", queue);
    }

    static void add(Sql sql, String queue, InternalMessage message) throws SQLException {
        DBMessage row = DBMessage.from(message);
        sql.update(
                "insert into sqs_message (queue, id, content, attributes, delivery_receipts, next_delivery, created,"
                        + " received, receive_count, group_id, deduplication_id, tracing_id, sequence_number,"
                        + " dead_letter_source) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                queue,
                row.messageId(),
                message.content(),
                row.attributes(),
                row.deliveryReceipts(),
                row.nextDelivery(),
                row.created(),
                orNull(row.received()),
                row.receiveCount(),
                orNull(row.groupId()),
                orNull(row.deduplicationId()),
                orNull(row.tracingId()),
                orNull(row.sequenceNumber()),
                orNull(row.deadLetterSourceQueueName()));
    }

    static void update(Sql sql, String queue, InternalMessage message) throws SQLException {
        DBMessage row = DBMessage.from(message);
        sql.update(
                "update sqs_message set attributes = ?, delivery_receipts = ?, next_delivery = ?, received = ?,"
                        + " receive_count = ?, tracing_id = ?, sequence_number = ?, dead_letter_source = ?"
                        + " where queue = ? and id = ?",
                row.attributes(),
                row.deliveryReceipts(),
                row.nextDelivery(),
                orNull(row.received()),
                row.receiveCount(),
                orNull(row.tracingId()),
                orNull(row.sequenceNumber()),
                orNull(row.deadLetterSourceQueueName()),
                queue,
                row.messageId());
    }

    static void remove(Sql sql, String queue, String messageId) throws SQLException {
        sql.update("delete from sqs_message where queue = ? and id = ?", queue, messageId);
    }

    private static InternalMessage message(ResultSet row, boolean fifo) throws SQLException {
        String content = row.getString("content");
        Object received = row.getObject("received");
        InternalMessage stored = new DBMessage(
                        row.getString("id"),
                        row.getBytes("delivery_receipts"),
                        row.getLong("next_delivery"),
                        content.getBytes(Charset.defaultCharset()),
                        row.getBytes("attributes"),
                        row.getLong("created"),
                        Option.apply(received == null ? null : row.getLong("received")),
                        row.getInt("receive_count"),
                        Option.apply(row.getString("group_id")),
                        Option.apply(row.getString("deduplication_id")),
                        Option.apply(row.getString("tracing_id")),
                        Option.apply(row.getString("sequence_number")),
                        Option.apply(row.getString("dead_letter_source")))
                .toInternalMessage();
        return new InternalMessage(
                stored.id(),
                stored.deliveryReceipts(),
                stored.nextDelivery(),
                content,
                stored.messageAttributes(),
                stored.created(),
                row.getRow(),
                stored.firstReceive(),
                stored.receiveCount(),
                fifo,
                stored.messageGroupId(),
                stored.messageDeduplicationId(),
                stored.tracingId(),
                stored.sequenceNumber(),
                stored.deadLetterSourceQueueName());
    }

    private static Object orNull(Option<?> option) {
        return OptionConverters.toJava(option).orElse(null);
    }
}
