package io.mainswatch.edge.report;

import static io.mainswatch.edge.journal.Level.OFF;
import static io.mainswatch.edge.journal.Level.ON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.edge.clock.DeviceClock;
import io.mainswatch.edge.clock.Moment;
import io.mainswatch.edge.clock.Uptime;
import io.mainswatch.edge.journal.Change;
import io.mainswatch.edge.journal.Journal;
import io.mainswatch.edge.journal.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents are those of the contract (design, section 3.1). */
class ReportsTest {

    private static final long CHANGED = 1_763_905_623_120L;
    private static final PropertyNames USUAL = new PropertyNames(Map.of());

    @TempDir
    Path folder;

    private final AtomicLong uptime = new AtomicLong(60_000);
    private Journal journal;
    private Reports reports;

    @BeforeEach
    void journalThatEndsWithEvent41() throws IOException {
        Files.writeString(folder.resolve("journal.db.seq"), "40\n");
        journal = new Journal(folder.resolve("journal.db"), InstantSource.system());
        journal.accepted(journal.append(change("power", ON, "6f1c2a9e", 0)));
        reports = reports("6f1c2a9e");
    }

    @AfterEach
    void close() throws SQLException {
        journal.close();
    }

    @Test
    void anEventIsReportedWithItsAgeByTheUptime() throws JsonProcessingException {
        journal.append(change("power", OFF, "6f1c2a9e", 0));
        uptime.addAndGet(180);

        assertThat(json(reports.next()))
                .isEqualTo("{\"state\":{\"reported\":{\"status\":\"off\","
                        + "\"power\":{\"at\":1763905623120,\"age\":180,\"clock\":\"synced\",\"dips\":0,\"flutter\":null},"
                        + "\"event\":{\"seq\":42,\"boot\":\"6f1c2a9e\",\"input\":\"power\",\"merged\":null},\"journal\":null}},"
                        + "\"clientToken\":\"6f1c2a9e-42\"}");
    }

    @Test
    void theSameReportSentAgainHasTheAgeOfThen() throws JsonProcessingException {
        journal.append(change("power", OFF, "6f1c2a9e", 0));
        reports.next();
        uptime.addAndGet(60_000);

        assertThat(json(reports.next())).contains("\"age\":60000,").contains("\"clientToken\":\"6f1c2a9e-42\"");
    }

    @Test
    void anEventOfAnotherBootHasNoAge() throws JsonProcessingException {
        journal.append(change("power", OFF, "6f1c2a9e", 0));

        assertThat(json(reports("00000001").next()))
                .contains("\"age\":null,")
                .contains("\"boot\":\"6f1c2a9e\"")
                .contains("\"clientToken\":\"6f1c2a9e-42\"");
    }

    @Test
    void anotherInputHasAPropertyAndDetailsOfItsOwn() throws JsonProcessingException {
        journal.append(change("door", ON, "6f1c2a9e", 3));

        assertThat(json(reports.next()))
                .isEqualTo("{\"state\":{\"reported\":{\"doorStatus\":\"on\","
                        + "\"door\":{\"at\":1763905623120,\"age\":0,\"clock\":\"synced\",\"dips\":3,\"flutter\":null},"
                        + "\"event\":{\"seq\":42,\"boot\":\"6f1c2a9e\",\"input\":\"door\",\"merged\":null},\"journal\":null}},"
                        + "\"clientToken\":\"6f1c2a9e-42\"}");
    }

    @Test
    void nothingIsDueWhenAllIsAnswered() {
        assertThat(reports.due()).isFalse();
    }

    @Test
    void aNewConnectionRepeatsTheNewestStateOfEachInputAndIntroducesTheDevice() throws JsonProcessingException {
        journal.accepted(journal.append(change("door", OFF, "6f1c2a9e", 0)));
        reports.connected();

        assertThat(json(reports.next()))
                .isEqualTo("{\"state\":{\"reported\":{\"doorStatus\":\"off\","
                        + "\"door\":{\"at\":1763905623120,\"age\":0,\"clock\":\"synced\",\"dips\":0,\"flutter\":null,\"property\":null},"
                        + "\"status\":\"on\","
                        + "\"power\":{\"at\":1763905623120,\"age\":0,\"clock\":\"synced\",\"dips\":0,\"flutter\":null,\"property\":null},"
                        + "\"event\":{\"seq\":42,\"boot\":\"6f1c2a9e\",\"input\":\"door\",\"merged\":null},\"journal\":null,"
                        + "\"device\":{\"app\":\"mainswatch-edge/0.1\",\"model\":\"a board\","
                        + "\"booted\":1763905563120,\"interval\":900000}}},"
                        + "\"clientToken\":\"6f1c2a9e-42-r1\"}");
    }

    @Test
    void repeatsAreNumberedSoThatTheirAnswersDiffer() {
        reports.heartbeat();

        assertThat(reports.next().token()).isEqualTo("6f1c2a9e-41-r1");
        assertThat(reports.next().token()).isEqualTo("6f1c2a9e-41-r2");
    }

    @Test
    void aDesiredReportIsAnsweredWithItsId() throws JsonProcessingException {
        reports.requested("a-42");

        assertThat(json(reports.next())).contains("\"report\":\"a-42\"").doesNotContain("device");
    }

    @Test
    void aRequestRepeatedBeforeItsAnswerIsOneRequest() {
        reports.requested("a-42");
        Report answer = reports.next();
        reports.requested("a-42");
        reports.accepted(answer);

        assertThat(reports.due()).isFalse();
    }

    @Test
    void anInputWithAPropertyOfItsOwnSaysWhich() throws JsonProcessingException {
        Reports own = new Reports(journal, clock("6f1c2a9e"), device(), new PropertyNames(Map.of("door", "gate")));
        journal.append(change("door", ON, "6f1c2a9e", 3));

        assertThat(json(own.next()))
                .contains("\"gate\":\"on\",")
                .contains("\"clock\":\"synced\",\"dips\":3,\"flutter\":null,\"property\":\"gate\"}");
    }

    @Test
    void repeatsHaveTheMembersOfOtherRoomsAsTheyAreThen() throws JsonProcessingException {
        reports.include("outputs", () -> Map.of("siren", uptime.get() > 60_000 ? "on" : "off"));
        reports.changed();
        uptime.addAndGet(1);

        assertThat(json(reports.next()))
                .contains("\"outputs\":{\"siren\":\"on\"}")
                .contains("\"interval\":900000");
    }

    @Test
    void eventsThatWaitGoBeforeRepeats() {
        reports.connected();
        journal.append(change("power", OFF, "6f1c2a9e", 0));

        Report news = reports.next();
        assertThat(news.token()).isEqualTo("6f1c2a9e-42");
        reports.accepted(news);
        assertThat(reports.next().token()).isEqualTo("6f1c2a9e-42-r1");
    }

    @Test
    void anOccasionIsKeptUntilItsReportIsAccepted() {
        reports.heartbeat();
        Report repeat = reports.next();

        assertThat(reports.due()).as("not answered yet").isTrue();
        reports.accepted(repeat);
        assertThat(reports.due()).isFalse();
    }

    @Test
    void anOccasionThatComesDuringARepeatGetsOneOfItsOwn() {
        reports.heartbeat();
        Report repeat = reports.next();
        reports.requested("a-42");
        reports.accepted(repeat);

        assertThat(reports.due()).isTrue();
    }

    @Test
    void aRefusedEventIsParkedAndARefusedRepeatGivenUp() {
        journal.append(change("power", OFF, "6f1c2a9e", 0));
        reports.refused(reports.next(), "rejected 413 too large");
        assertThat(reports.due()).isFalse();

        reports.heartbeat();
        reports.refused(reports.next(), "rejected 413 too large");
        assertThat(reports.due()).isFalse();
    }

    @Test
    void aParkedEventThatARepeatBringsHomeIsAcceptedAfterAll() {
        journal.append(change("power", OFF, "6f1c2a9e", 0));
        reports.refused(reports.next(), "rejected 403 Forbidden");
        reports.heartbeat();
        reports.accepted(reports.next());

        assertThat(journal.latest().get(0).state()).hasToString("ACCEPTED");
    }

    @Test
    void aFlutterIsSaidInTheDetailsOfItsInput() throws JsonProcessingException {
        journal.append(new Change("power", OFF, new Moment(CHANGED, true, "6f1c2a9e", 60_000), 0, true));

        assertThat(json(reports.next())).contains("\"dips\":0,\"flutter\":true}");
    }

    @Test
    void aConnectionBeforeTheFirstEventWaitsForIt() throws SQLException {
        try (Journal fresh = new Journal(folder.resolve("fresh.db"), InstantSource.system())) {
            Reports first = new Reports(fresh, clock("6f1c2a9e"), device(), USUAL);
            first.connected();
            assertThat(first.due()).isFalse();

            fresh.append(change("power", ON, "6f1c2a9e", 0));
            first.accepted(first.next());
            assertThat(first.next().token()).isEqualTo("6f1c2a9e-1-r1");
        }
    }

    private Reports reports(String boot) {
        return new Reports(journal, clock(boot), device(), USUAL);
    }

    private DeviceClock clock(String boot) {
        Clock wall = Clock.fixed(Instant.ofEpochMilli(CHANGED), ZoneOffset.UTC);
        return new DeviceClock(wall, new Uptime(boot, uptime::get), () -> true);
    }

    private static Device device() {
        return new Device("mainswatch-edge/0.1", "a board", () -> Duration.ofMinutes(15));
    }

    private static Change change(String input, Level level, String boot, int dips) {
        return new Change(input, level, new Moment(CHANGED, true, boot, 60_000), dips);
    }

    private static String json(Report report) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(report.document());
    }
}
