package io.mainswatch.bench.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * The stand-in beside mosquitto, in turns and in one run, so that both have the same machine: messages a second and their
 * delay; and for the stand-in full shadow updates a second. Needs Debian's mosquitto.
 */
public final class BrokerComparison {

    private static final int SECONDS = 8;
    private static final int PUBLISHERS = 50;
    private static final int THINGS = 50;

    private BrokerComparison() {}

    /** @param arguments how many rounds; 3 if absent */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        Path folder = Files.createTempDirectory("mainswatch-bench");
        try (StandIn standIn = StandIn.start(folder.resolve("local-aws"));
                Mosquitto mosquitto = Mosquitto.start(folder.resolve("mosquitto"), standIn.identity())) {
            SSLContext tls = standIn.credentials();
            compare(List.of(mosquitto.plain(), standIn.plain()), rounds);
            compare(List.of(mosquitto.secured(tls), standIn.secured(tls)), rounds);
            shadows(standIn.plain(), rounds);
            shadows(standIn.secured(tls), rounds);
        }
    }

    private static void compare(List<Peer> peers, int rounds) throws Exception {
        Map<String, List<Double>> one = new LinkedHashMap<>();
        Map<String, List<Double>> many = new LinkedHashMap<>();
        Map<String, List<Double>> p99 = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Peer peer : peers) {
                MessageLoad load = new MessageLoad(peer);
                double fromOne = load.throughput(1, 200, SECONDS);
                double fromMany = load.throughput(PUBLISHERS, 10, SECONDS);
                double delay = Figures.percentile(99, load.latency(SECONDS)) / 1_000.0;
                System.out.printf(
                        "round %d%s %-20s 1 -> 1 %8.0f/s  %d -> 1 %8.0f/s  p99 at 500/s %.1f ms%n",
                        round, round == 0 ? " (warm-up)" : "", peer.name(), fromOne, PUBLISHERS, fromMany, delay);
                if (round > 0) {
                    one.computeIfAbsent(peer.name(), name -> new ArrayList<>()).add(fromOne);
                    many.computeIfAbsent(peer.name(), name -> new ArrayList<>()).add(fromMany);
                    p99.computeIfAbsent(peer.name(), name -> new ArrayList<>()).add(delay);
                }
            }
        }
        String baseline = peers.get(0).name();
        for (Peer peer : peers) {
            System.out.printf(
                    "median %-20s 1 -> 1 %8.0f/s (%.2f)  %d -> 1 %8.0f/s (%.2f)  p99 at 500/s %.1f ms%n",
                    peer.name(),
                    Figures.median(one.get(peer.name())),
                    Figures.median(one.get(peer.name())) / Figures.median(one.get(baseline)),
                    PUBLISHERS,
                    Figures.median(many.get(peer.name())),
                    Figures.median(many.get(peer.name())) / Figures.median(many.get(baseline)),
                    Figures.median(p99.get(peer.name())));
        }
    }

    private static void shadows(Peer peer, int rounds) throws Exception {
        List<Double> updates = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            double rate = new ShadowLoad(peer).throughput(THINGS, SECONDS);
            System.out.printf("round %d %s: %.0f shadow updates/s%n", round, peer.name(), rate);
            if (round > 0) {
                updates.add(rate);
            }
        }
        System.out.printf("median %s: %.0f shadow updates/s%n", peer.name(), Figures.median(updates));
    }
}
