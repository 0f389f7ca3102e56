package io.mainswatch.localaws.ses;

import java.time.Duration;
import java.util.Map;

/** A call of SES. */
@FunctionalInterface
interface Action {

    /** @throws io.mainswatch.localaws.http.AwsError if SES would refuse it */
    Answer answer(QueryRequest request);

    /** What the caller gets. */
    sealed interface Answer {

        /** A result with its members, as {@link QueryXml} takes them. */
        record Result(Map<String, ?> members) implements Answer {}

        /** A yes; some actions have no result. */
        record Done() implements Answer {}

        /** Nothing: the connection closes after a while. */
        record Silence(Duration until) implements Answer {}
    }
}
