package io.mainswatch.cloud;

import io.mainswatch.cloud.account.Accounts;
import io.mainswatch.cloud.account.EmailAddress;
import io.mainswatch.cloud.account.Site;
import io.mainswatch.cloud.account.Sites;
import io.mainswatch.cloud.database.DatabaseAddress;
import io.mainswatch.cloud.settings.CloudSettings;
import io.mainswatch.settings.SettingsReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cloud app in this process: the real routes, the real database, its settings read from a file. */
public final class RunningCloud implements AutoCloseable {

    private final CloudServer server;
    private final int managementPort;

    private RunningCloud(CloudServer server, int managementPort) {
        this.server = server;
        this.managementPort = managementPort;
    }

    /** Starts it; the keys given win over those that make it use the test's database and the routes of this checkout. */
    public static RunningCloud start(Path folder, DatabaseAddress database, Map<String, String> keys) throws Exception {
        int managementPort = freePort();
        Properties properties = new Properties();
        properties.put(CloudSettings.ENDPOINT, "127.0.0.1");
        properties.put(CloudSettings.DATABASE_URL, database.url());
        properties.put(CloudSettings.DATABASE_USER, database.user());
        properties.put(CloudSettings.DATABASE_PASSWORD, database.password());
        properties.put(CloudSettings.MANAGEMENT_PORT, Integer.toString(managementPort));
        properties.put(CloudSettings.MAIL_FROM, "alarm@example.org");
        properties.put(CloudSettings.ROUTES, "../routes/cloud");
        properties.put(CloudSettings.KAMELETS, "../routes/kamelets");
        properties.put(CloudSettings.TEMPLATES, "../routes/cloud/templates");
        properties.putAll(keys);
        return new RunningCloud(
                CloudServer.start(
                        new SettingsReader(new CloudSettings(), Map.of()).read(write(folder, properties)),
                        Clock.systemUTC()),
                managementPort);
    }

    /** Writes the properties into a new file of the folder. */
    static Path write(Path folder, Properties properties) throws IOException {
        Path file = Files.createTempFile(folder, "application", ".properties");
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return file;
    }

    /** A port that was free a moment ago. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public UUID addAccount(String name, String... owners) {
        List<EmailAddress> addresses =
                Arrays.stream(owners).map(EmailAddress::new).toList();
        return new Accounts(server.dataSource()).add(name, addresses);
    }

    public void addSite(String thing, String name, String zone) {
        new Sites(server.dataSource()).put(new Site(thing, name, ZoneId.of(zone)));
    }

    public JdbcClient sql() {
        return JdbcClient.create(server.dataSource());
    }

    /** The only value of the only row. */
    public long count(String sql) {
        return sql().sql(sql).query(Long.class).single();
    }

    /** What {@code /observe/health} answers. */
    public String health() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + managementPort + "/observe/health"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Override
    public void close() {
        server.close();
    }
}
