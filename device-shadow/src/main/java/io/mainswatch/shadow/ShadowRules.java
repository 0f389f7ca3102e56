package io.mainswatch.shadow;

import java.time.Instant;

/**
 * The Device Shadow service without its transport: what AWS answers to a request, and what it stores. Any payload is
 * fine: what AWS would refuse is {@link Rejected}, nothing is thrown. Immutable and free of threads; the caller runs the
 * requests of one shadow one after another.
 */
public final class ShadowRules {

    /** Contested: the deletion takes a version of its own, so that a shadow deleted at v is created again at v + 2. */
    private static final int VERSIONS_A_DELETION_TAKES = 1;

    private final ShadowLimits limits;

    public ShadowRules(ShadowLimits limits) {
        this.limits = limits;
    }

    /** Merges desired and reported of the request into the shadow, which need not exist. */
    public UpdateOutcome update(ShadowState current, byte[] payload, Instant now) {
        ShadowState known = current.asOf(now);
        Request request = Request.EMPTY;
        try {
            request = Request.read(payload);
            UpdateRequest update = UpdateRequest.check(request, limits.maxDepth());
            update.checkVersion(known.version());
            ShadowDocument next = known.document()
                    .orElseGet(() -> ShadowDocument.empty(known.version()))
                    .merge(update.state(), Stamp.at(now.getEpochSecond()));
            checkSize(next);
            Replies replies = new Replies(now.getEpochSecond(), request.clientToken());
            return new UpdateOutcome.Accepted(
                    new ShadowState.Live(next),
                    replies.updateAccepted(update.state(), next.version()),
                    replies.delta(next),
                    replies.documents(known.document(), next));
        } catch (RefusedException e) {
            return e.toRejected(request.clientToken());
        }
    }

    /** Reads the shadow. The payload may be empty or a JSON document. Contested: anything else is refused. */
    public GetOutcome get(ShadowName name, ShadowState current, byte[] payload, Instant now) {
        Request request = Request.EMPTY;
        try {
            request = payload.length == 0 ? Request.EMPTY : Request.read(payload);
            request.checkClientToken();
            Replies replies = new Replies(now.getEpochSecond(), request.clientToken());
            return new GetOutcome.Accepted(replies.getAccepted(existing(name, current)));
        } catch (RefusedException e) {
            return e.toRejected(request.clientToken());
        }
    }

    /**
     * Deletes the shadow. The answer has the version of the deleted document. Contested: a payload that is no JSON is
     * ignored.
     */
    public DeleteOutcome delete(ShadowName name, ShadowState current, byte[] payload, Instant now) {
        Request request = Request.readIfPossible(payload);
        try {
            long version = existing(name, current).version();
            Replies replies = new Replies(now.getEpochSecond(), request.clientToken());
            return new DeleteOutcome.Accepted(
                    new ShadowState.Deleted(version + VERSIONS_A_DELETION_TAKES, now), replies.deleteAccepted(version));
        } catch (RefusedException e) {
            return e.toRejected(request.clientToken());
        }
    }

    private static ShadowDocument existing(ShadowName name, ShadowState current) throws RefusedException {
        return current.document().orElseThrow(() -> RefusedException.noSuchShadow(name));
    }

    private void checkSize(ShadowDocument document) throws RefusedException {
        int bytes = document.size();
        if (bytes > limits.maxBytes()) {
            throw RefusedException.documentTooLarge(bytes, limits.maxBytes());
        }
    }
}
