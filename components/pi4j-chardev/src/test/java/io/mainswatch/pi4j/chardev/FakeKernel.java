package io.mainswatch.pi4j.chardev;

import io.mainswatch.pi4j.chardev.kernel.ChipInfo;
import io.mainswatch.pi4j.chardev.kernel.Errno;
import io.mainswatch.pi4j.chardev.kernel.Ioctl;
import io.mainswatch.pi4j.chardev.kernel.Kernel;
import io.mainswatch.pi4j.chardev.kernel.KernelException;
import io.mainswatch.pi4j.chardev.kernel.LineEvent;
import io.mainswatch.pi4j.chardev.kernel.LineFlag;
import io.mainswatch.pi4j.chardev.kernel.LineInfo;
import io.mainswatch.pi4j.chardev.kernel.LineRequest;
import io.mainswatch.pi4j.chardev.kernel.LineValues;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The GPIO part of a kernel: chips with lines, a queue of 16 events a line of which the oldest are dropped, and a record
 * of what was asked for. It reads and writes the same bytes as the real one.
 */
final class FakeKernel implements Kernel {

    private static final int QUEUE = 16;

    /** Line requests that were granted, in order. */
    final List<LineRequest> requests = new ArrayList<>();

    private final Map<String, ChipInfo> chips = new TreeMap<>();
    private final Map<String, Integer> doors = new HashMap<>();
    private final Map<Integer, String> holders = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, Boolean> levels = new HashMap<>();
    private final Map<Integer, Object> open = new HashMap<>();
    private final Set<Integer> signalled = new HashSet<>();
    private int nextDescriptor = 3;
    private int refusal;
    private boolean old;

    synchronized FakeKernel chip(String path, String label, int lines) {
        chips.put(path, new ChipInfo(path.substring("/dev/".length()), label, lines));
        return this;
    }

    /** Opening the path fails. */
    synchronized FakeKernel closed(String path, int errno) {
        doors.put(path, errno);
        return this;
    }

    synchronized FakeKernel heldBy(int line, String consumer) {
        holders.put(line, consumer);
        return this;
    }

    /** The board calls a line so; it calls the others GPIO0, GPIO1 and so on. */
    synchronized FakeKernel named(int line, String name) {
        names.put(line, name);
        return this;
    }

    /** Opening the path succeeds again. */
    synchronized FakeKernel opened(String path) {
        doors.remove(path);
        return this;
    }

    /** Whoever held the line has let it go. */
    synchronized void released(int line) {
        holders.remove(line);
    }

    /** Requests for lines fail. */
    FakeKernel refusing(int errno) {
        refusal = errno;
        return this;
    }

    /** A kernel before 5.10: it has the chips, and version 1 of the device only. */
    FakeKernel old() {
        old = true;
        return this;
    }

    /** The level changes, and whoever holds the line with edges gets an event. */
    synchronized void drive(int line, boolean high) {
        if (level(line) != high) {
            levels.put(line, high);
            held(line).ifPresent(held -> held.edge(high));
            notifyAll();
        }
    }

    /** The level changes and the kernel does not see it. */
    synchronized void driveUnseen(int line, boolean high) {
        levels.put(line, high);
    }

    /** The driver goes away under whoever waits. */
    synchronized void unplug(int line) {
        held(line).orElseThrow().gone = true;
        notifyAll();
    }

    synchronized boolean level(int line) {
        return levels.getOrDefault(line, false);
    }

    /** How many descriptors are open. */
    synchronized int descriptors() {
        return open.size();
    }

    @Override
    public synchronized List<String> chips() {
        return List.copyOf(chips.keySet());
    }

    @Override
    public Optional<String> group(String path) {
        return Optional.of(path.endsWith("0") ? "gpio" : "root");
    }

    @Override
    public synchronized int open(String path) throws KernelException {
        if (doors.containsKey(path)) {
            throw new KernelException("open " + path, doors.get(path));
        }
        if (!chips.containsKey(path)) {
            throw new KernelException("open " + path, Errno.ENOENT);
        }
        return descriptor(chips.get(path));
    }

    @Override
    public synchronized void ioctl(int fd, Ioctl request, ByteBuffer argument) throws KernelException {
        Object file = file(fd);
        if (old && request != Ioctl.GET_CHIP_INFO) {
            throw new KernelException("ioctl " + request, Errno.EINVAL);
        }
        switch (request) {
            case GET_CHIP_INFO -> ((ChipInfo) file).encode(argument);
            case GET_LINE_INFO -> {
                int line = LineInfo.decode(argument).offset();
                new LineInfo(
                                line,
                                names.getOrDefault(line, "GPIO" + line),
                                holders.getOrDefault(line, ""),
                                holders.containsKey(line) ? LineFlag.USED : 0)
                        .encode(argument);
            }
            case GET_LINE -> LineRequest.answer(argument, grant(LineRequest.decode(argument)));
            case LINE_GET_VALUES -> LineValues.answer(argument, level(((Held) file).request.offset()));
            case LINE_SET_VALUES -> levels.put(((Held) file).request.offset(), LineValues.decode(argument));
        }
    }

    @Override
    public synchronized int read(int fd, ByteBuffer into) throws KernelException {
        Held line = (Held) file(fd);
        if (line.gone) {
            throw new KernelException("read", Errno.ENODEV);
        }
        int bytes = 0;
        for (int n = 0; !line.events.isEmpty(); n++) {
            bytes = line.events.remove().encode(into, n);
        }
        return bytes;
    }

    @Override
    public synchronized int eventfd() {
        return descriptor("eventfd");
    }

    @Override
    public synchronized void signal(int eventfd) throws KernelException {
        file(eventfd);
        signalled.add(eventfd);
        notifyAll();
    }

    @Override
    public synchronized boolean awaitReadable(int fd, int eventfd) throws KernelException {
        Held line = (Held) file(fd);
        while (line.events.isEmpty() && !line.gone && !signalled.contains(eventfd)) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new KernelException("poll", Errno.EINTR);
            }
        }
        return !signalled.contains(eventfd);
    }

    @Override
    public synchronized void close(int fd) throws KernelException {
        if (file(fd) instanceof Held line) {
            holders.remove(line.request.offset());
        }
        open.remove(fd);
    }

    private int grant(LineRequest request) throws KernelException {
        if (refusal != 0) {
            throw new KernelException("ioctl GET_LINE", refusal);
        }
        if (holders.containsKey(request.offset())) {
            throw new KernelException("ioctl GET_LINE", Errno.EBUSY);
        }
        requests.add(request);
        holders.put(request.offset(), request.consumer());
        if ((request.flags() & LineFlag.OUTPUT) != 0) {
            levels.put(request.offset(), request.value());
        }
        return descriptor(new Held(request));
    }

    private Optional<Held> held(int line) {
        return open.values().stream()
                .filter(Held.class::isInstance)
                .map(Held.class::cast)
                .filter(held -> held.request.offset() == line)
                .findFirst();
    }

    private int descriptor(Object file) {
        open.put(nextDescriptor, file);
        return nextDescriptor++;
    }

    private Object file(int fd) throws KernelException {
        if (!open.containsKey(fd)) {
            throw new KernelException("descriptor " + fd, Errno.EBADF);
        }
        return open.get(fd);
    }

    private static final class Held {
        private final LineRequest request;
        private final Deque<LineEvent> events = new ArrayDeque<>();
        private int sequence;
        private boolean gone;

        Held(LineRequest request) {
            this.request = request;
        }

        void edge(boolean rising) {
            if (events.size() == QUEUE) {
                events.remove();
            }
            events.add(new LineEvent(System.nanoTime(), rising, ++sequence));
        }
    }
}
