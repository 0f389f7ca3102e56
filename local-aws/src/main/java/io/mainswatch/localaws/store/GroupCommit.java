package io.mainswatch.localaws.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that makes all changes, so that they are in one order. Whatever has been handed in while a commit was under
 * way shares the next one: with little to do a change waits for nobody, under load one wait for the disk serves many.
 * A second thread tells the callers, while the first is already at the next batch.
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MAX_BATCH = 500;
    private static final long MAX_GOODBYE_SECONDS = 5;
    private static final Change<?> STOP = new Change<>(sql -> null);

    private final Sql sql;
    private final BlockingQueue<Change<?>> queue = new LinkedBlockingQueue<>();
    private final ExecutorService told = Executors.newSingleThreadExecutor(task -> new Thread(task, "store-told"));
    private final Thread thread = new Thread(this::run, "store-write");
    private boolean closed;

    GroupCommit(Sql sql) {
        this.sql = sql;
        thread.start();
    }

    <T> CompletableFuture<T> submit(SqlWork<T> work) {
        Change<T> change = new Change<>(work);
        synchronized (queue) {
            if (closed) {
                return CompletableFuture.failedFuture(new IllegalStateException("The database is closed"));
            }
            queue.add(change);
        }
        return change.future;
    }

    private void run() {
        List<Change<?>> batch = new ArrayList<>();
        boolean stop = false;
        while (!stop) {
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                LOG.warn("the store's writer was interrupted; it goes on until it is closed");
                continue;
            }
            queue.drainTo(batch, MAX_BATCH - 1);
            stop = batch.remove(STOP);
            commit(List.copyOf(batch));
            batch.clear();
        }
    }

    private void commit(List<Change<?>> batch) {
        Connection connection = sql.connection();
        try {
            connection.setAutoCommit(false);
            for (Change<?> change : batch) {
                Savepoint before = connection.setSavepoint();
                if (!change.run(sql)) {
                    connection.rollback(before);
                }
                connection.releaseSavepoint(before);
            }
            connection.commit();
            told.execute(() -> batch.forEach(Change::tell));
        } catch (SQLException e) {
            LOG.error("the database did not take {} changes: {}", batch.size(), e.getMessage());
            rollBack(connection);
            told.execute(() -> batch.forEach(change -> change.future.completeExceptionally(e)));
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.error("the database did not roll back: {}", e.getMessage());
        }
    }

    /** Commits what was handed in, tells everybody, then returns. */
    @Override
    public void close() {
        synchronized (queue) {
            closed = true;
            queue.add(STOP);
        }
        try {
            thread.join();
            told.shutdown();
            if (!told.awaitTermination(MAX_GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("some callers have not heard of their changes");
            }
            sql.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not close cleanly", e);
        }
    }

    /** A piece of work with its result, kept back until the commit. */
    private static final class Change<T> {

        private final SqlWork<T> work;
        private final CompletableFuture<T> future = new CompletableFuture<>();
        private T result;
        private Exception failure;

        Change(SqlWork<T> work) {
            this.work = work;
        }

        boolean run(Sql sql) {
            try {
                result = work.run(sql);
                return true;
            } catch (SQLException | RuntimeException e) {
                failure = e;
                return false;
            }
        }

        void tell() {
            if (failure == null) {
                future.complete(result);
            } else {
                future.completeExceptionally(failure);
            }
        }
    }
}
