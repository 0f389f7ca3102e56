package io.mainswatch.localaws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** What has been opened, to be closed the other way round. */
final class OpenParts implements AutoCloseable {

    private final Deque<Runnable> closers = new ArrayDeque<>();

    <T> T add(T part, Consumer<T> closer) {
        closers.push(() -> closer.accept(part));
        return part;
    }

    /** Each part is closed, also if another could not be; the first failure comes out. */
    @Override
    public void close() {
        RuntimeException first = null;
        while (!closers.isEmpty()) {
            try {
                closers.pop().run();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
