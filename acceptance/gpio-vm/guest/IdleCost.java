import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What share of a processor each provider's waiting threads take while nothing happens. */
final class IdleCost {

    private static final long MILLIS = 5_000;

    private IdleCost() {}

    /** Takes 5 s, in which nothing may happen: the span is what is measured. */
    static String measure() throws InterruptedException {
        Map<Long, Long> before = times();
        Thread.sleep(MILLIS);
        Map<Long, Long> after = times();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Double> percent = new HashMap<>();
        Map<String, Integer> number = new HashMap<>();
        for (Map.Entry<Long, Long> thread : after.entrySet()) {
            String kind = kind(threads.getThreadInfo(thread.getKey()).getThreadName());
            long spent = thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
            percent.merge(kind, spent / 10_000.0 / MILLIS, Double::sum);
            number.merge(kind, 1, Integer::sum);
        }
        return percent.entrySet().stream()
                .filter(kind -> !kind.getKey().isEmpty())
                .map(kind -> String.format(
                        Locale.ROOT, "%s %.2f %% for %d lines", kind.getKey(), kind.getValue(), number.get(kind.getKey())))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Which provider a thread works for, by its name; empty if for none. */
    private static String kind(String thread) {
        if (thread.startsWith("gpio-line")) {
            return "chardev";
        }
        return thread.startsWith("Pi4J.RUNTIME") ? "gpiod" : "";
    }

    private static Map<Long, Long> times() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<Long, Long> times = new HashMap<>();
        for (long id : threads.getAllThreadIds()) {
            times.put(id, threads.getThreadCpuTime(id));
        }
        return times;
    }
}
