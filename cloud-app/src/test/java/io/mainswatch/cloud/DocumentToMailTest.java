package io.mainswatch.cloud;

import static io.mainswatch.cloud.Reported.document;
import static io.mainswatch.cloud.Reported.power;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.mainswatch.cloud.settings.CloudSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a shadow document to the owners' mails, through the routes as they are delivered, a real broker, registry, SES and
 * database. Documents are published to a topic root of the test's own where AWS would never make such documents.
 */
class DocumentToMailTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant TAKEN = Instant.parse("2025-11-23T13:47:03Z");

    @TempDir
    static Path folder;

    private static StandIn aws;
    private static RunningCloud cloud;
    private static UUID account;

    @BeforeAll
    static void start() throws Exception {
        aws = StandIn.start(folder.resolve("aws"));
        Map<String, String> keys = new HashMap<>(aws.keys());
        keys.put(CloudSettings.TOPIC_ROOT, "test");
        cloud = RunningCloud.start(folder, Databases.create(), keys);
        account = cloud.addAccount("Owners", "ann@example.org", "bob@example.org");
        await().atMost(SOON).until(() -> cloud.health().startsWith("{\"status\":\"UP\""));
    }

    @AfterAll
    static void stop() throws Exception {
        cloud.close();
        aws.close();
    }

    @Test
    void aLossAndARestorationAreMailedToEachOwnerOnce() throws Exception {
        thing("lake");
        cloud.addSite("lake", "Cabin by the lake", "Europe/Berlin");

        publish("lake", document(1, TAKEN, "{}", power("on", 1)));
        publish("lake", document(2, TAKEN.plusSeconds(60), power("on", 1), power("off", 2)));
        publish("lake", document(3, TAKEN.plusSeconds(185), power("off", 2), power("on", 3)));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(mails("Cabin by the lake"))
                        .extracting(StandIn.Mail::to, StandIn.Mail::subject)
                        .containsExactlyInAnyOrder(
                                tuple("ann@example.org", "Power lost at Cabin by the lake"),
                                tuple("bob@example.org", "Power lost at Cabin by the lake"),
                                tuple("ann@example.org", "Power is back at Cabin by the lake after 2 min 5 s"),
                                tuple("bob@example.org", "Power is back at Cabin by the lake after 2 min 5 s")));
        assertThat(mails("Power lost at Cabin by the lake").get(0).text())
                .contains("Sunday, 23 November 2025 at 14:48:03 CET (Europe/Berlin)")
                .contains("accurate to about 1 s")
                .contains("the mains power is off");
        assertThat(mails("Power lost at Cabin by the lake").get(0).html()).contains("<h1", "Cabin by the lake");
        assertThat(kinds("lake")).containsExactly("FIRST_REPORT", "POWER_LOST", "POWER_RESTORED");
        assertThat(cloud.count("select count(*) from notification join event on event.id = event_id"
                        + " where thing = 'lake' and status = 'sent' and message_id is not null"))
                .isEqualTo(4);
    }

    @Test
    void aDocumentThatIsDeliveredTwiceMailsOnce() throws Exception {
        thing("twice");
        String lost = document(5, TAKEN, power("on", 1), power("off", 2));

        publish("twice", lost);
        publish("twice", lost);
        publish("twice", document(6, TAKEN, power("on", 1), power("off", 2)));
        publish("twice", document(7, TAKEN.plusSeconds(900), power("off", 2, 20), power("off", 2, 900_020)));
        done("twice", 3);

        assertThat(kinds("twice")).containsExactly("POWER_LOST");
        await().atMost(SOON).until(() -> mails("twice").size() == 2);
        assertThat(cloud.count("select count(*) from notification join event on event.id = event_id"
                        + " where thing = 'twice'"))
                .isEqualTo(2);
    }

    @Test
    void aFirstReportThatFindsThePowerOffAlarms() throws Exception {
        thing("dark");

        publish("dark", document(1, TAKEN, "{}", power("off", 1)));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(mails("Power is off at dark")).hasSize(2));
    }

    @Test
    void missingEventsAreCountedAndSaid() throws Exception {
        thing("gap");

        publish("gap", document(1, TAKEN, "{}", power("on", 1)));
        publish("gap", document(2, TAKEN.plusSeconds(60), power("on", 1), power("off", 5)));

        await().atMost(SOON).until(() -> mails("gap").size() == 2);
        assertThat(mails("gap").get(0).text()).contains("3 events just before this one never reached us");
        assertThat(cloud.count("select missing from event where thing = 'gap' and seq = 5"))
                .isEqualTo(3);
    }

    @Test
    void aLateOlderDocumentMakesItsEventButDoesNotChangeThePresent() throws Exception {
        thing("late");

        publish("late", document(9, TAKEN.plusSeconds(60), power("off", 2), power("on", 3)));
        publish("late", document(8, TAKEN, power("on", 1), power("off", 2)));
        done("late", 2);

        assertThat(kinds("late")).containsExactlyInAnyOrder("POWER_RESTORED", "POWER_LOST");
        assertThat(cloud.sql()
                        .sql("select version || (reported ->> 'status') from shadow_state where thing = 'late'")
                        .query(String.class)
                        .single())
                .isEqualTo("9on");
    }

    @Test
    void documentsOfOthersPassHarmlessly() throws Exception {
        publish("stranger", document(1, TAKEN, "{}", "{\"temperature\":21}"));
        publish("stranger", document(2, TAKEN, "{}", "{}").replace("\"reported\":{}", "\"desired\":{\"a\":1}"));
        done("stranger", 2);

        assertThat(kinds("stranger")).isEmpty();
        assertThat(cloud.count("select count(*) from inbox where thing = 'stranger' and error is not null"))
                .isZero();
    }

    @Test
    void whatNothingCanBeMadeOfIsParkedWithItsCauseAndTheNextOneIsMailed() throws Exception {
        thing("bad");
        String good = power("off", 2);

        publish("bad", "{\"current\":");
        publish("bad", document(3, TAKEN, power("on", 1), good.replace("\"off\"", "7")));
        publish("bad", document(4, TAKEN, power("on", 1), good.replace("\"status\":\"off\",", "")));
        publish("bad", document(5, TAKEN, power("on", 1), good.replace("{\"status", "{\"nul\":\"\\u0000\",\"status")));
        publish("bad", document(6, TAKEN.plusSeconds(1), power("on", 1), good));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(mails("Power lost at bad")).hasSize(2));
        await().atMost(SOON).untilAsserted(() -> assertThat(causes("bad")).hasSize(4));
        assertThat(causes("bad"))
                .anySatisfy(cause -> assertThat(cause).startsWith("The document is not JSON"))
                .contains("current.state.reported.status is 7; it must be \"on\" or \"off\".")
                .contains("current.state.reported.status is missing; it must be \"on\" or \"off\".")
                .anySatisfy(cause -> assertThat(cause).startsWith("DataIntegrityViolationException"));
    }

    @Test
    void aThingWithoutAUsableAccountIsParkedWithTheRemedy() throws Exception {
        UUID nobody = UUID.fromString("00000000-0000-4000-8000-000000000000");
        UUID deserted = cloud.addAccount("Deserted");
        aws.createThing("loose", Map.of("colour", "red"));
        aws.createThing("astray", Map.of("account-id", nobody.toString()));
        aws.createThing("lonely", Map.of("account-id", deserted.toString()));

        for (String thing : List.of("unknown", "loose", "astray", "lonely")) {
            publish(thing, document(2, TAKEN, power("on", 1), power("off", 2)));
        }

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(causes("unknown")).singleElement().asString().startsWith("ResourceNotFoundException");
            assertThat(causes("loose")).singleElement().asString().contains("has no attribute account-id");
            assertThat(causes("astray")).singleElement().asString().contains("there is no such account");
            assertThat(causes("lonely")).singleElement().asString().contains("has no confirmed owner");
        });
        assertThat(cloud.count("select count(*) from event where thing in ('unknown', 'loose', 'astray', 'lonely')"))
                .isZero();
    }

    private static void thing(String name) {
        aws.createThing(name, Map.of("account-id", account.toString()));
    }

    private static void publish(String thing, String document) throws Exception {
        aws.publish("test/things/" + thing + "/shadow/update/documents", document);
    }

    private static void done(String thing, long rows) {
        await().atMost(SOON)
                .until(() ->
                        cloud.count("select count(*) from inbox where done_at is not null and thing = '" + thing + "'")
                                == rows);
    }

    private static List<StandIn.Mail> mails(String subject) throws Exception {
        return aws.mails().stream()
                .filter(mail -> mail.subject().contains(subject))
                .toList();
    }

    private static List<String> kinds(String thing) {
        return cloud.sql()
                .sql("select kind from event where thing = :thing order by id")
                .param("thing", thing)
                .query(String.class)
                .list();
    }

    private static List<String> causes(String thing) {
        return cloud.sql()
                .sql("select error from inbox where parked_at is not null and thing = :thing order by id")
                .param("thing", thing)
                .query(String.class)
                .list();
    }
}
