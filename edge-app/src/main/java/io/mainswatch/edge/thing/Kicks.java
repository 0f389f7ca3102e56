package io.mainswatch.edge.thing;

import java.io.EOFException;
import java.net.SocketException;
import java.time.Duration;

/**
 * Notices that the broker lets this thing in and throws it out, again and again. MQTT 3.1.1 gives no reason; the usual
 * one is a second client of the same name, as when a device's SD card was copied.
 */
final class Kicks {

    /** By chance a link is cut once or twice. */
    private static final int ENOUGH = 3;

    private int inARow;

    /**
     * Takes note of the end of a connection.
     *
     * @param held how long it was up
     * @return whether it looks like being thrown out by now
     */
    boolean after(Duration held, Throwable loss) {
        boolean closed = Causes.find(loss, EOFException.class).isPresent()
                || Causes.find(loss, SocketException.class).isPresent();
        boolean isKick = closed && held.compareTo(ReconnectDelay.LONGEST) < 0;
        inARow = isKick ? inARow + 1 : 0;
        return inARow >= ENOUGH;
    }

    int inARow() {
        return inARow;
    }
}
