package io.mainswatch.localaws.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mainswatch.settings.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An entry of the catalogue: everything there is to know of a kind of fault to arm it by name.
 *
 * @param about one sentence
 * @param filter what it can be narrowed to; null if it strikes everything
 * @param own the parameters of this kind alone
 * @param defaultTimes how often it strikes if the order says neither that nor how long it lasts; null for no end
 * @param defaultFor how long it lasts if the order does not say; null for no end. A kind that has this is a state, which
 *     has a length and no number of times
 * @param make the fault with its parameters
 */
record FaultKind(
        String name,
        Class<? extends Fault> type,
        String about,
        Parameter<String> filter,
        List<Parameter<?>> own,
        Integer defaultTimes,
        Duration defaultFor,
        Function<Values, Fault> make) {

    private static final String TIMES = "times";
    private static final int MAX_TIMES = 1_000_000;

    FaultKind(
            String name,
            Class<? extends Fault> type,
            String about,
            Parameter<String> filter,
            List<Parameter<?>> own,
            Function<Values, Fault> make) {
        this(name, type, about, filter, own, null, null, make);
    }

    /** All that an order of this kind may say. */
    List<Parameter<?>> parameters() {
        List<Parameter<?>> all = new ArrayList<>(own);
        Optional.ofNullable(filter).ifPresent(all::add);
        if (defaultFor == null) {
            all.add(times());
        }
        all.add(lasting());
        return all;
    }

    private Parameter<Integer> times() {
        return Parameter.whole(
                TIMES,
                "After so many strikes it is over.",
                defaultTimes == null ? null : defaultTimes.toString(),
                1,
                MAX_TIMES);
    }

    private Parameter<Duration> lasting() {
        return Parameter.time(
                "for",
                "After that time it is over.",
                defaultFor == null ? null : Durations.format(defaultFor),
                Duration.ofMillis(1),
                Duration.ofDays(1));
    }

    /** @throws BadOrder if a parameter is unknown or has a value that it does not take */
    FaultOrder order(ObjectNode body) {
        Values values = new Values(body, parameters());
        Optional<Duration> lasting = values.find(lasting());
        // Whoever says how long wants it as often as it happens in that time.
        boolean endless = lasting.isPresent() && !body.hasNonNull(TIMES);
        return new FaultOrder(
                make.apply(values),
                Optional.ofNullable(filter).flatMap(values::find),
                endless ? Optional.empty() : values.find(times()),
                lasting);
    }
}
