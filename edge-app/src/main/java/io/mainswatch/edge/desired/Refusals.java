package io.mainswatch.edge.desired;

import io.mainswatch.edge.report.ShadowReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bean {@code refusals}: what of the desired state this device does not do. A delta comes again with every update of
 * the shadow, so only what is new in it is told: otherwise device and shadow would keep each other busy for ever.
 */
public final class Refusals {

    /** So many are told; whoever desires more nonsense finds the rest after mending these. */
    private static final int MOST = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Runnable onChange;
    private final List<Refusal> found = new ArrayList<>();
    private List<Refusal> told = List.of();
    private List<Refusal> standing = List.of();
    private long version;

    /** @param onChange run when the list that is reported has become another */
    public Refusals(Runnable onChange) {
        this.onChange = onChange;
    }

    /** A delta of this version is being read. */
    synchronized void begin(long deltaVersion) {
        found.clear();
        version = deltaVersion;
    }

    /** This part of it cannot be done. */
    synchronized void add(String path, Object value, String reason) {
        if (found.size() < MOST) {
            found.add(new Refusal(path, value, reason));
        }
    }

    /** It looked well, but the attempt failed. */
    public void failed(Desire desire, Exception cause) {
        add(desire.path(), desire.value(), "failed: " + cause.getMessage());
    }

    /** The delta has been read. It lists everything that is open, so what it no longer has is settled. */
    public synchronized void conclude() {
        found.stream().filter(refusal -> !told.contains(refusal)).forEach(refusal -> LOG.warn("refused: {}", refusal));
        told = List.copyOf(found);
        stand(told);
    }

    /**
     * Whether an update that was accepted, ours or another's, settles a refusal: it desires something else, or nothing
     * more, in its place. A delta need not follow then.
     */
    public synchronized boolean isSettledBy(ShadowReply update) {
        if (update.version() < version
                || update.state() == null
                || !update.state().containsKey("desired")) {
            return false;
        }
        told = told.stream()
                .filter(refusal -> !replaces(update.state().get("desired"), refusal.path(), refusal.value()))
                .toList();
        return stand(standing.stream().filter(told::contains).toList());
    }

    /**
     * The connection is new, and what was desired may have been withdrawn meanwhile: the list begins empty. The delta
     * that follows the first report fills it again.
     */
    public synchronized void connected() {
        standing = List.of();
    }

    /** For the member {@code refused}: a list, because the shadow replaces lists as a whole; null removes it. */
    public synchronized List<Map<String, Object>> asReported() {
        return standing.isEmpty()
                ? null
                : standing.stream().map(Refusal::asReported).toList();
    }

    private boolean stand(List<Refusal> now) {
        if (now.equals(standing)) {
            return false;
        }
        standing = now;
        onChange.run();
        return true;
    }

    private static boolean replaces(Object desired, String path, Object value) {
        if (!(desired instanceof Map<?, ?> members)) {
            return true;
        }
        int dot = path.indexOf('.');
        String member = dot < 0 ? path : path.substring(0, dot);
        if (!members.containsKey(member)) {
            return false;
        }
        Object now = members.get(member);
        return dot < 0 ? !value.equals(now) : replaces(now, path.substring(dot + 1), value);
    }
}
