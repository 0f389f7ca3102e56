package io.mainswatch.localaws.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("local-aws.db");
    }

    @Test
    void changesAreThereWhenTheFileIsOpenedAgain() {
        try (Database database = Database.open(file)) {
            add(database, "a").join();
        }
        try (Database database = Database.open(file)) {
            assertThat(addresses(database)).containsExactly("a");
        }
    }

    @Test
    void aChangeThatFailsLeavesNoTraceAndItsNeighboursStay() {
        try (Database database = Database.open(file)) {
            CompletableFuture<Integer> before = add(database, "before");
            CompletableFuture<Integer> failing = database.write(sql -> {
                sql.update("insert into identity (address) values ('trace')");
                throw new IllegalArgumentException("no");
            });
            CompletableFuture<Integer> after = add(database, "after");

            assertThat(before.join()).isEqualTo(1);
            assertThat(after.join()).isEqualTo(1);
            assertThatThrownBy(failing::join).hasCauseInstanceOf(IllegalArgumentException.class);
            assertThat(addresses(database)).containsExactly("after", "before");
        }
    }

    @Test
    void callersHearInTheOrderOfTheirChanges() {
        List<Integer> heard = Collections.synchronizedList(new ArrayList<>());
        try (Database database = Database.open(file)) {
            CompletableFuture<?>[] all = IntStream.range(0, 2_000)
                    .mapToObj(i -> add(database, "a" + i).thenAccept(done -> heard.add(i)))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();
        }
        assertThat(heard).isSorted().hasSize(2_000);
    }

    @Test
    void whatWasHandedInBeforeTheEndIsCommitted() {
        CompletableFuture<Integer> last;
        try (Database database = Database.open(file)) {
            last = add(database, "last");
        }
        assertThat(last).isCompletedWithValue(1);
        try (Database database = Database.open(file)) {
            assertThat(addresses(database)).containsExactly("last");
        }
    }

    @Test
    void aChangeThatComesTooLateFailsAtOnce() {
        Database database = Database.open(file);
        database.close();

        assertThat(add(database, "late")).isCompletedExceptionally();
    }

    @Test
    void aFileOfANewerProgramIsNotTouched() throws Exception {
        Database.open(file).close();
        try (Database database = Database.open(file)) {
            database.writeAndWait(sql -> sql.update("pragma user_version = 99"));
        }

        assertThatThrownBy(() -> Database.open(file)).hasMessageContaining("newer local-aws");
    }

    private static CompletableFuture<Integer> add(Database database, String address) {
        return database.write(sql -> sql.update("insert into identity (address) values (?)", address));
    }

    private static List<String> addresses(Database database) {
        return database.read(sql -> sql.list("select address from identity order by address", row -> row.getString(1)));
    }
}
