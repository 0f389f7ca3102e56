package io.mainswatch.bench.shadow;

import io.mainswatch.shadow.ShadowLimits;
import io.mainswatch.shadow.ShadowRules;
import io.mainswatch.shadow.ShadowState;
import io.mainswatch.shadow.UpdateOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Updates of a stored shadow, from the bytes of the request to the bytes of every message that is published: accepted,
 * documents and, as one desired value stays open, delta.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ShadowUpdateBenchmark {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    /** Size of the stored document in bytes, as AWS counts it; 8192 is the limit. */
    @Param({"200", "2048", "8192"})
    public int documentBytes;

    private final ShadowRules rules = new ShadowRules(ShadowLimits.AWS);
    private ShadowState stored;
    private byte[] whole;
    private byte[] single;

    /** Stores a document of the size, made of sensors with a few members each and padding for the rest. */
    @Setup
    public void store() {
        String desired = "{\"report\":\"7\"}";
        StringBuilder reported = new StringBuilder("{\"status\":\"off\"");
        for (int sensor = 0; ; sensor++) {
            String next = ",\"sensor%d\":{\"celsius\":%d.5,\"ok\":true,\"unit\":\"ab\"}".formatted(sensor, sensor % 40);
            if (desired.length() + reported.length() + next.length() > documentBytes - 12) {
                break;
            }
            reported.append(next);
        }
        int padding = documentBytes - desired.length() - reported.length() - ",\"pad\":\"\"}".length();
        reported.append(",\"pad\":\"").append("x".repeat(padding)).append("\"}");
        whole = request("{\"desired\":" + desired + ",\"reported\":" + reported + "}");
        single = request("{\"reported\":{\"status\":\"on\"}}");
        stored = accepted(new ShadowState.Never(), whole).next();
    }

    /** One value changes; the document does not grow, for it may be at the limit. */
    @Benchmark
    public void oneValue(Blackhole published) {
        publish(accepted(stored, single), published);
    }

    /** The request repeats the whole document. */
    @Benchmark
    public void wholeDocument(Blackhole published) {
        publish(accepted(stored, whole), published);
    }

    private UpdateOutcome.Accepted accepted(ShadowState state, byte[] request) {
        return (UpdateOutcome.Accepted) rules.update(state, request, NOW);
    }

    private static void publish(UpdateOutcome.Accepted outcome, Blackhole published) {
        published.consume(outcome.accepted().bytes());
        published.consume(outcome.documents().bytes());
        published.consume(outcome.delta().orElseThrow().bytes());
    }

    private static byte[] request(String state) {
        return ("{\"state\":" + state + ",\"clientToken\":\"6f1c2a9e-42\"}").getBytes(StandardCharsets.UTF_8);
    }
}
