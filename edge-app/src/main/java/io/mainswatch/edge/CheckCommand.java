package io.mainswatch.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.edge.check.CertificateCheck;
import io.mainswatch.edge.check.Check;
import io.mainswatch.edge.check.ClockCheck;
import io.mainswatch.edge.check.ConnectCheck;
import io.mainswatch.edge.check.DiskCheck;
import io.mainswatch.edge.check.Finding;
import io.mainswatch.edge.check.Inspection;
import io.mainswatch.edge.check.JournalCheck;
import io.mainswatch.edge.check.Known;
import io.mainswatch.edge.check.NameCheck;
import io.mainswatch.edge.check.Result;
import io.mainswatch.edge.check.RootsCheck;
import io.mainswatch.edge.check.RunningEdge;
import io.mainswatch.edge.check.ShadowSession;
import io.mainswatch.edge.check.SocketCheck;
import io.mainswatch.edge.check.TlsCheck;
import io.mainswatch.edge.check.UpdateCheck;
import io.mainswatch.edge.line.Board;
import io.mainswatch.edge.line.Gpio;
import io.mainswatch.edge.report.Device;
import io.mainswatch.edge.thing.Link;
import io.mainswatch.edge.thing.ThingEndpoint;
import io.mainswatch.edge.thing.Trouble;
import io.mainswatch.settings.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** {@code edge-app check}: puts the steps together from the settings, in their order. */
final class CheckCommand {

    private final Settings settings;
    private final Clock clock;
    private final BooleanSupplier synced;
    private final String thing;
    private final boolean tls;

    /** @param synced whether the kernel holds its clock for synchronised */
    CheckCommand(Settings settings, Clock clock, BooleanSupplier synced) {
        this.settings = settings;
        this.clock = clock;
        this.synced = synced;
        this.thing = settings.text(EdgeSettings.THING_NAME);
        this.tls = settings.text(EdgeSettings.TLS).equals("on");
    }

    /**
     * Takes all steps.
     *
     * @param terminal whether somebody looks on, who may pull a plug
     * @return 0 if none failed, else 1
     */
    int run(Errand errand, PrintStream out, boolean terminal) throws InterruptedException {
        EndpointSettings endpoint = new EndpointSettings(settings);
        if (!tls) {
            endpoint.endpoint();
        }
        Path journal = settings.path(EdgeSettings.JOURNAL);
        Optional<RunningEdge> edge = RunningEdge.of(Path.of("/proc"), journal);
        Gpio gpio = new Gpio(Path.of("/dev"), settings.path(EdgeSettings.SIMULATED_LINES));
        try (Board board = new Board(gpio, settings.text(EdgeSettings.GPIO));
                ShadowSession session = new ShadowSession(endpoint::endpoint)) {
            List<Check> checks = new ArrayList<>();
            checks.add(new Known("config", Finding.ok(errand.config() + ": " + thing + " at " + address())));
            checks.addAll(new WiringChecks(settings, board, edge)
                    .checks(watch(errand, terminal), line -> screen(errand, out, line)));
            checks.add(new DiskCheck(journal));
            checks.add(new JournalCheck(journal));
            checks.add(new ClockCheck(clock, synced));
            checks.addAll(ofCredentials());
            checks.addAll(ofConnection(endpoint, session, edge));
            List<Result> results = new Inspection(checks).run(result -> screen(errand, out, result.line()));
            if (errand.json()) {
                out.println(json(results));
            }
            return results.stream().anyMatch(Result::isFailed) ? EdgeApp.FAILED : 0;
        }
    }

    private List<Check> ofCredentials() {
        if (!tls) {
            return List.of(new Known("certificate", Finding.skipped("TLS is off: the endpoint is on this machine")));
        }
        SettingsCredentials credentials = new SettingsCredentials(new TlsSettings(settings));
        return List.of(new CertificateCheck(credentials, clock), new RootsCheck(credentials, clock));
    }

    private List<Check> ofConnection(EndpointSettings endpoint, ShadowSession session, Optional<RunningEdge> edge) {
        String host = settings.text(EdgeSettings.ENDPOINT);
        int port = settings.whole(EdgeSettings.PORT);
        ThingEndpoint plain = new ThingEndpoint(thing, host, port, Duration.ofMinutes(1), new Link.Plain());
        List<Check> checks = new ArrayList<>();
        checks.add(new NameCheck(host));
        checks.add(new SocketCheck(host, port, new Trouble(plain, clock)::connecting));
        if (tls) {
            checks.add(new TlsCheck(endpoint::endpoint));
        }
        checks.add(new ConnectCheck(thing, tls, session, edge));
        String app = Device.here(() -> settings.time(EdgeSettings.HEARTBEAT)).app();
        checks.add(new UpdateCheck(session, thing, app, clock));
        return checks;
    }

    private String address() {
        return settings.text(EdgeSettings.ENDPOINT) + ":" + settings.text(EdgeSettings.PORT);
    }

    private static Duration watch(Errand errand, boolean terminal) {
        return errand.watch().orElse(terminal && !errand.json() ? WiringChecks.LIVE : Duration.ZERO);
    }

    private static void screen(Errand errand, PrintStream out, String line) {
        if (!errand.json()) {
            out.println(line);
        }
    }

    private static String json(List<Result> results) {
        try {
            return new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(results.stream().map(Result::members).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts are always JSON", e);
        }
    }
}
