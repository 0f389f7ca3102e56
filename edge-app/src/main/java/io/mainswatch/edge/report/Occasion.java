package io.mainswatch.edge.report;

/**
 * Why the newest state is to be told once more, although its event has been answered.
 *
 * @param connected the connection is new: the device introduces itself
 * @param heartbeat a heartbeat is due
 * @param changed what the cloud desired has been done, or refused, or withdrawn
 * @param request the {@code desired.report} that asked for it, or null
 */
public record Occasion(boolean connected, boolean heartbeat, boolean changed, String request) {

    static final Occasion NONE = new Occasion(false, false, false, null);

    Occasion withConnected() {
        return new Occasion(true, heartbeat, changed, request);
    }

    Occasion withHeartbeat() {
        return new Occasion(connected, true, changed, request);
    }

    Occasion withChanged() {
        return new Occasion(connected, heartbeat, true, request);
    }

    Occasion withRequest(String id) {
        return new Occasion(connected, heartbeat, changed, id);
    }
}
