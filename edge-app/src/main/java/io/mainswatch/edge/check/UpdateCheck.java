package io.mainswatch.edge.check;

import io.mainswatch.edge.report.Outcome;
import io.mainswatch.edge.report.ShadowVisit;
import io.mainswatch.edge.thing.VisitException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/** Whether the shadow takes a report. It gets a member of its own, which is removed again: what it says of lines stays. */
public final class UpdateCheck implements Check {

    private static final String MEMBER = "check";

    private final ShadowSession session;
    private final String thing;
    private final String app;
    private final InstantSource clock;

    /** @param app name and version of this program */
    public UpdateCheck(ShadowSession session, String thing, String app, InstantSource clock) {
        this.session = session;
        this.thing = thing;
        this.app = app;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "shadow";
    }

    @Override
    public Set<String> needs() {
        return Set.of(ConnectCheck.NAME);
    }

    @Override
    public Finding look() throws InterruptedException {
        try {
            ShadowVisit visit = session.visit();
            Outcome set = visit.report(Map.of(MEMBER, Map.of("at", clock.millis(), "app", app)));
            if (!(set instanceof Outcome.Accepted accepted)) {
                return refused(set, thing);
            }
            Outcome removed = visit.report(Collections.singletonMap(MEMBER, null));
            return removed instanceof Outcome.Accepted
                    ? Finding.ok("a test report was accepted after " + accepted.millis() + " ms, and removed again")
                    : refused(removed, thing);
        } catch (VisitException e) {
            return Finding.failed(e.getMessage(), "");
        }
    }

    /** Says why a report was not accepted. */
    public static Finding refused(Outcome outcome, String thing) {
        return outcome instanceof Outcome.Rejected rejected
                ? Finding.failed("the shadow refuses the report: " + rejected, remedy(rejected.code(), thing))
                : Finding.failed(
                        "the report was delivered, but the shadow does not answer",
                        "the policy must allow iot:Publish to $aws/things/" + thing
                                + "/shadow/update, and iot:Subscribe" + " and iot:Receive for " + thing
                                + "'s shadow/update/accepted and .../rejected");
    }

    private static String remedy(int code, String thing) {
        return switch (code) {
            case 401, 403 -> "the policy of the certificate must allow the shadow of " + thing;
            case 404 -> "create the thing " + thing + ", or mend mainswatch.thing-name";
            case 409 -> "somebody else writes this shadow with version numbers: find out who";
            case 413 -> "the shadow is too large (8 kB in AWS): remove members that nobody needs";
            case 429 -> "too many reports at once: wait a minute; if it comes again, somebody else writes this shadow";
            case 500 -> "AWS has trouble: try again later; the edge does so by itself";
            default -> "see what else writes this shadow, and what is in it";
        };
    }
}
