package io.mainswatch.cloud.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    /** Runs a server until it is killed; what it does not do itself is what the test wants: to stop cleanly. */
    public static void main(String[] arguments) throws Exception {
        DatabaseAddress address = EmbeddedDatabase.start(Path.of(arguments[0])).address();
        try (Connection connection = open(address)) {
            connection.createStatement().execute("create table kept (n int)");
            connection.createStatement().execute("insert into kept values (42)");
        }
        Thread.currentThread().join();
    }

    @Test
    void theServerOfAKilledProcessIsStoppedAndItsDataKept() throws Exception {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedDatabaseTest.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File("target/killed-database.log"))
                .start();
        try {
            await().atMost(Duration.ofSeconds(90)).until(this::isDataThere);
        } finally {
            killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        assertThat(Postmaster.on(folder.resolve("postgresql").toAbsolutePath())).isPresent();

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(kept(database.address())).isEqualTo(42);
            assertThat(setting(database.address(), "fsync")).isEqualTo("on");
            assertThat(setting(database.address(), "synchronous_commit")).isEqualTo("on");
            assertThat(setting(database.address(), "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(database.address(), "unix_socket_directories")).isEmpty();
            assertThat(DatabaseAddress.embedded(folder)).contains(database.address());
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("postgresql.properties"))))
                    .isEqualTo("rw-------");
            aSecondProcessIsRefused();
            anotherPasswordIsRefused(database.address());
        }
        assertThat(DatabaseAddress.embedded(folder)).isEmpty();
        assertThat(Postmaster.on(folder.resolve("postgresql").toAbsolutePath())).isEmpty();
    }

    @Test
    void aPasswordThatIsGoneIsNotMadeUpAnew() throws Exception {
        Files.createDirectory(folder.resolve("postgresql"));

        assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("postgresql.password is gone");
    }

    @Test
    void aNumberThatWentToAnotherProcessIsLeftAlone() throws Exception {
        Files.writeString(
                folder.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + folder + "\n");

        assertThat(Postmaster.on(folder)).isEmpty();
    }

    private void aSecondProcessIsRefused() {
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("Another cloud app uses the data folder " + folder)
                .hasMessageContaining("mainswatch.data");
    }

    private static void anotherPasswordIsRefused(DatabaseAddress address) {
        assertThatThrownBy(() -> new DatabaseDoor(new DatabaseAddress(address.url(), address.user(), "guess")).await())
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("refuses us")
                .hasMessageContaining("mainswatch.database.url");
    }

    private boolean isDataThere() {
        return DatabaseAddress.embedded(folder)
                .filter(address -> {
                    try {
                        return kept(address) == 42;
                    } catch (SQLException e) {
                        return false;
                    }
                })
                .isPresent();
    }

    private static int kept(DatabaseAddress address) throws SQLException {
        return Integer.parseInt(single(address, "select n from kept"));
    }

    private static String setting(DatabaseAddress address, String name) throws SQLException {
        return single(address, "show " + name);
    }

    private static String single(DatabaseAddress address, String query) throws SQLException {
        try (Connection connection = open(address);
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection open(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }
}
