package io.mainswatch.edge;

import io.mainswatch.edge.rehearsal.Passport;
import io.mainswatch.edge.rehearsal.Stage;
import io.mainswatch.settings.SettingsReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The edge's rehearsal, {@code Rehearsal FOLDER [--config FILE]}: the operator's routes, with a line, a journal and keys
 * of their own in the folder. It ends by itself; whoever starts it lets the Java machine keep what it has learnt. The
 * status is 0 if everything was played to the end.
 */
public final class Rehearsal {

    private static final int FAILED = 1;

    private Rehearsal() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path config = Path.of(arguments.length == 3 ? arguments[2] : EdgeSettings.FILE);
        System.exit(play(folder, config, System.getenv()) ? 0 : FAILED);
    }

    /**
     * Plays it once.
     *
     * @param folder an empty one, for everything that the run leaves behind
     * @param environment what it says of who, where and which lines is left aside
     * @return whether the last report was answered
     */
    static boolean play(Path folder, Path config, Map<String, String> environment) throws Exception {
        Passport passport = Passport.issue();
        try (Stage stage = new Stage(passport.tls())) {
            Map<String, String> roles = new HashMap<>();
            roles.put(EdgeSettings.THING_NAME, "rehearsal");
            roles.put(EdgeSettings.ENDPOINT, Stage.HOST);
            roles.put(EdgeSettings.PORT, Integer.toString(stage.port()));
            roles.put(EdgeSettings.TLS, "on");
            roles.put(
                    EdgeSettings.ROOT_CA,
                    passport.writeCertificate(folder.resolve("certificate.pem")).toString());
            roles.put(
                    EdgeSettings.CERTIFICATE, folder.resolve("certificate.pem").toString());
            roles.put(
                    EdgeSettings.PRIVATE_KEY,
                    passport.writeKey(folder.resolve("key.pem")).toString());
            roles.put(EdgeSettings.JOURNAL, folder.resolve("journal.db").toString());
            roles.put(EdgeSettings.GPIO, "simulated");
            roles.put(EdgeSettings.SIMULATED_LINES, folder.resolve("lines").toString());
            roles.put("mainswatch.input.power.debounce", "0s");
            roles.put("mainswatch.input.power.hold", "0s");
            try (Edge edge = new Edge(new SettingsReader(new EdgeSettings(), cast(environment, roles)).read(config))) {
                stage.over().thenRun(edge::stop);
                edge.run(() -> System.out.println("rehearsing"));
            }
            return stage.over().isDone();
        }
    }

    /** The environment with each of these keys given once, and not in a file. */
    private static Map<String, String> cast(Map<String, String> environment, Map<String, String> roles) {
        Map<String, String> cast = new HashMap<>(environment);
        new EdgeSettings()
                .settings().stream()
                        .filter(setting -> roles.containsKey(setting.key()))
                        .forEach(setting -> {
                            cast.remove(setting.environmentName() + "_FILE");
                            cast.put(setting.environmentName(), roles.get(setting.key()));
                        });
        return cast;
    }
}
