package io.mainswatch.localaws.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.ConsoleClient;
import io.mainswatch.localaws.junit.LocalAwsExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.ConfigurationSet;
import software.amazon.awssdk.services.ses.model.ConfigurationSetAlreadyExistsException;
import software.amazon.awssdk.services.ses.model.ConfigurationSetDoesNotExistException;
import software.amazon.awssdk.services.ses.model.InvalidConfigurationSetException;
import software.amazon.awssdk.services.ses.model.MessageTag;
import software.amazon.awssdk.services.ses.model.SesException;

class ConfigurationSetsTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static SesClient ses;

    @BeforeAll
    static void connect() {
        ses = AwsClients.ses(LOCAL.aws());
    }

    @AfterAll
    static void disconnect() {
        ses.close();
    }

    @Test
    void aSetIsMadeDescribedListedAndDeleted() {
        create("reports");
        create("alerts");

        assertThat(ses.listConfigurationSets().configurationSets())
                .extracting(ConfigurationSet::name)
                .containsExactly("alerts", "reports");
        assertThat(ses.describeConfigurationSet(r -> r.configurationSetName("alerts"))
                        .configurationSet()
                        .name())
                .isEqualTo("alerts");
        assertThatThrownBy(() -> create("alerts")).isInstanceOf(ConfigurationSetAlreadyExistsException.class);
        ses.deleteConfigurationSet(r -> r.configurationSetName("reports"));
        ses.deleteConfigurationSet(r -> r.configurationSetName("alerts"));
        assertThat(ses.listConfigurationSets().configurationSets()).isEmpty();
    }

    @Test
    void aSetThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ses.describeConfigurationSet(r -> r.configurationSetName("none")))
                .isInstanceOf(ConfigurationSetDoesNotExistException.class)
                .hasMessageContaining("Configuration set <none> does not exist.");
        assertThatThrownBy(() -> ses.deleteConfigurationSet(r -> r.configurationSetName("none")))
                .isInstanceOf(ConfigurationSetDoesNotExistException.class);
        assertThatThrownBy(() -> create("two words")).isInstanceOf(InvalidConfigurationSetException.class);
    }

    @Test
    void aMailThatNamesASetThatIsNotThereIsRefusedAndNotKept() {
        assertThatThrownBy(() -> SesProbe.send(ses, "ada@example.org", mail -> mail.configurationSetName("missing")))
                .isInstanceOf(ConfigurationSetDoesNotExistException.class);
        assertThat(new ConsoleClient(LOCAL.aws()).get("mails")).isEmpty();
    }

    @Test
    void aTagWithASpaceIsRefused() {
        assertThatThrownBy(() -> SesProbe.send(
                        ses,
                        "ada@example.org",
                        mail -> mail.tags(MessageTag.builder()
                                .name("site")
                                .value("far north")
                                .build())))
                .isInstanceOf(SesException.class)
                .hasMessageContaining("Message tag 'site=far north'");
    }

    private static void create(String name) {
        ses.createConfigurationSet(r -> r.configurationSet(s -> s.name(name)));
    }
}
