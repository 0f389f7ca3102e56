package io.mainswatch.edge;

import io.mainswatch.edge.clock.KernelSync;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsException;
import io.mainswatch.settings.SettingsReader;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** {@code edge-app check} and {@code edge-app commission}. Loaded only for them. */
final class Errands {

    /** Time to walk to a plug. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String LOGGING = "logback.configurationFile";

    private Errands() {}

    /** Does what the arguments ask for: 0 if all is well, 1 if something is not, 2 if the configuration cannot be used. */
    static int run(String[] arguments, Map<String, String> environment) {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "logback-errand.xml");
        }
        PrintStream out = System.out;
        CleanLeave leave = new CleanLeave(Thread.currentThread());
        try {
            Errand errand = Errand.of(arguments);
            Settings settings = new SettingsReader(new EdgeSettings(), environment).read(errand.config());
            return errand.name().equals(Errand.CHECK)
                    ? new CheckCommand(settings, Clock.systemDefaultZone(), KernelSync.ofKernel())
                            .run(errand, out, System.console() != null)
                    : new CommissionCommand(settings, Clock.systemUTC(), PATIENCE).run(errand, out);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + Errand.USAGE);
            return EdgeApp.MISCONFIGURED;
        } catch (SettingsException e) {
            System.err.println(e.getMessage());
            return EdgeApp.MISCONFIGURED;
        } catch (InterruptedException e) {
            out.println("Stopped; nothing is left behind.");
            return EdgeApp.FAILED;
        } finally {
            leave.done();
        }
    }
}
