package io.mainswatch.localaws.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.ConsoleClient;
import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.MqttProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.ses.SesClient;

/** The page in a real browser. Needs Chromium; runs where Debian's package has put it. */
@EnabledIf("thereIsABrowser")
class ConsoleInBrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static Playwright playwright;
    private static Browser browser;
    private static SesClient ses;

    private final List<String> scriptsRun = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    static boolean thereIsABrowser() {
        return Files.isExecutable(CHROMIUM);
    }

    @BeforeAll
    static void startBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")));
        ses = AwsClients.sesWithoutRetries(LOCAL.aws());
    }

    @AfterAll
    static void stopBrowser() {
        ses.close();
        playwright.close();
    }

    @BeforeEach
    void openThePage() {
        new ConsoleClient(LOCAL.aws()).delete("mails");
        new ConsoleClient(LOCAL.aws()).put("lines/4", "on");
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
        page = context.newPage();
        page.onDialog(dialog -> {
            scriptsRun.add(dialog.message());
            dialog.accept();
        });
        page.navigate(LOCAL.aws().httpEndpoint() + "/");
        assertThat(page.locator("#live")).hasText("live");
    }

    @AfterEach
    void closeThePage() {
        context.close();
    }

    @Test
    void aThingItsConnectionAndItsShadowAppearAndFollowWithoutAReload() throws MqttException {
        String update = "$aws/things/cabin/shadow/update";
        try (IotClient iot = AwsClients.iot(LOCAL.aws())) {
            iot.createThing(
                    r -> r.thingName("cabin").attributePayload(p -> p.attributes(Map.of("account-id", "4b0f"))));
        }
        Locator cabin = card("cabin");
        assertThat(cabin).containsText("account-id");
        assertThat(cabin.locator(".presence")).hasText("not connected");

        try (MqttProbe thing = MqttProbe.connect(LOCAL.aws(), "cabin")) {
            assertThat(cabin.locator(".presence")).hasText("connected");
            thing.publish(update, "{\"state\":{\"reported\":{\"status\":\"on\"}}}");
            assertThat(cabin.locator(".json").first()).containsText("\"status\": \"on\"");
            assertThat(cabin).containsText("version 1");
            thing.publish(update, "{\"state\":{\"reported\":{\"status\":\"off\"}}}");
            assertThat(cabin.locator(".json").first().locator(".changed")).hasText("\"status\": \"off\"");
        }
        assertThat(cabin.locator(".presence")).hasText("not connected");
    }

    @Test
    void theSwitchPullsThePlugAndFollowsTheLine() throws Exception {
        Locator plug = page.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Plug on line 4"));
        assertThat(plug).isChecked();

        plug.press("Space");

        assertThat(plug).not().isChecked();
        assertThat(page.locator(".plug-state")).hasText("Pulled: no mains");
        assertThat(Files.readString(LOCAL.lines().resolve("line-4"))).isEqualTo("0\n");

        Files.writeString(LOCAL.lines().resolve("line-4"), "1\n");
        assertThat(plug).isChecked();
    }

    @Test
    void aMailAppearsAndCanBeReadInEveryForm() {
        send("Power lost at Cabin", "plain words", "<p style='color:red'>painted words</p>");

        page.locator(".mails button").first().click();

        assertThat(page.locator("#mail-subject")).hasText("Power lost at Cabin");
        assertThat(page.frameLocator("iframe").locator("p")).hasText("painted words");
        assertThat(page.frameLocator("iframe").locator("p")).hasCSS("color", "rgb(255, 0, 0)");
        page.locator("#tab-html").press("ArrowRight");
        assertThat(page.locator("#mail-view")).hasText("plain words");
        page.locator("#tab-headers").click();
        assertThat(page.locator("#mail-view")).containsText("Message-ID");
        page.locator("#tab-raw").click();
        assertThat(page.locator("#mail-view")).containsText("Content-Type: multipart/alternative");
    }

    @Test
    void whatBecomesOfAMailIsSeen() {
        ses.sendEmail(r -> r.source("power@example.org")
                .destination(d -> d.toAddresses("bounce@simulator.amazonses.com"))
                .message(m -> m.subject(s -> s.data("nobody there")).body(b -> b.text(t -> t.data("text")))));

        assertThat(page.locator(".mails li").first().locator(".fate")).hasText("bounced");
        page.locator(".mails button").first().click();
        assertThat(page.locator("#mail-events")).containsText("bounced (Permanent/General)");
    }

    @Test
    void messagesAreListedAsTheyComeAndCanBeNarrowedToOneThing() throws MqttException {
        try (MqttProbe barn = MqttProbe.connect(LOCAL.aws(), "barn");
                MqttProbe shed = MqttProbe.connect(LOCAL.aws(), "shed")) {
            barn.publish("$aws/things/barn/shadow/update", "{\"state\":{\"reported\":{\"level\":\"high\"}}}");
            shed.publish("shed/status", "not <b>JSON</b>");

            assertThat(message("shed/status")).containsText("from shed");
            Locator documents = message("$aws/things/barn/shadow/update/documents");
            assertThat(documents).containsText("from local-aws");
            page.locator("#message-thing").fill("barn");
            assertThat(message("shed/status")).hasCount(0);
            assertThat(message("$aws/events/presence/connected/barn")).hasCount(1);
            documents.locator("summary").press("Enter");
            assertThat(documents).containsText("\"level\": \"high\"");
        }
    }

    @Test
    void theListOfMessagesStandsStillWhileItIsPaused() throws MqttException {
        Locator pause = page.locator("#pause-messages");
        try (MqttProbe pump = MqttProbe.connect(LOCAL.aws(), "pump")) {
            pump.publish("pump/first", "1");
            assertThat(message("pump/first")).hasCount(1);

            pause.click();
            pump.publish("pump/second", "2");
            // A later change of something else has been shown, so the message had its time.
            new ConsoleClient(LOCAL.aws()).put("lines/4", "off");
            assertThat(page.locator(".plug-state")).hasText("Pulled: no mains");
            assertThat(message("pump/second")).hasCount(0);
            pause.click();

            assertThat(message("pump/second")).hasCount(1);
        }
    }

    @Test
    void aFaultIsArmedStrikesIsCountedAndStopped() {
        page.locator("#fault-kind").selectOption("ses-throttle");
        assertThat(page.locator("#fault-about")).isVisible();
        page.getByLabel("times").fill("3");
        page.locator("#fault-form button").click();
        Locator fault = page.locator(".fault").first();
        assertThat(fault).containsText("3 left");

        assertThatThrownBy(() -> send("throttled", "text", "<b>html</b>")).hasMessageContaining("Maximum sending rate");

        assertThat(fault).not().containsText("3 left");
        fault.getByRole(AriaRole.BUTTON).click();
        assertThat(fault).containsText("over");
    }

    @Test
    void aFaultThatCannotBeIsRefusedWithTheReason() {
        page.locator("#fault-kind").selectOption("broker-stop");
        page.getByLabel("for", new Page.GetByLabelOptions().setExact(true)).fill("for ever");
        page.locator("#fault-form button").click();

        assertThat(page.locator("#notice")).containsText("for ever");
    }

    @Test
    void theInboxCanBeEmptied() {
        send("going", "text", "<b>html</b>");
        assertThat(page.locator(".mails li")).hasCount(1);

        page.locator("#clear-mails").click();

        assertThat(page.locator("#no-mails")).isVisible();
        assertThat(scriptsRun).containsExactly("Remove all mails from the inbox?");
    }

    @Test
    void nothingThatAnAttackerChoosesRunsAsAScript() throws MqttException {
        String attack = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        send(
                attack,
                attack,
                attack + "<script>parent.alert(3);top.document.title='taken'</script>"
                        + "<svg onload=alert(4)></svg><a id=link href='javascript:alert(5)'>click</a>"
                        + "<meta http-equiv=refresh content='0;url=javascript:alert(6)'>");
        try (MqttProbe thing = MqttProbe.connect(LOCAL.aws(), "attacker")) {
            thing.publish(
                    "$aws/things/attacker/shadow/update",
                    "{\"state\":{\"reported\":{\"" + attack + "\":\"" + attack + "\",\"__proto__\":{\"x\":1}}}}");
        }
        assertThat(card("attacker").locator(".json").first()).containsText(attack);
        page.locator(".mails button").first().click();
        page.frameLocator("iframe").locator("#link").click();
        for (String tab : List.of("text", "headers", "raw")) {
            page.locator("#tab-" + tab).click();
            assertThat(page.locator("#mail-view")).containsText("alert(2)");
        }

        assertThat(scriptsRun).isEmpty();
        assertThat(page.title()).endsWith("local-aws");
        assertThat(page.locator("main img")).hasCount(0);
    }

    @Test
    void onAPhoneNothingIsWiderThanTheScreenAndAMailTakesThePlaceOfTheList() {
        page.setViewportSize(360, 740);
        send("A subject with averyveryveryveryveryveryveryveryveryverylongword", "text", "<b>html</b>");

        page.locator(".mails button").click();

        assertThat(page.locator("#mail-subject")).isInViewport();
        assertThat(page.locator(".mails")).isHidden();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        page.locator("#back").click();
        assertThat(page.locator(".mails button")).isFocused();
    }

    private Locator message(String topic) {
        return page.locator("#message-list li")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(topic, new Page.GetByTextOptions().setExact(true))));
    }

    private Locator card(String thing) {
        return page.locator(".thing").filter(new Locator.FilterOptions().setHasText(thing));
    }

    private static void send(String subject, String text, String html) {
        ses.sendEmail(r -> r.source("power@example.org")
                .destination(d -> d.toAddresses("ada@example.org"))
                .message(m -> m.subject(s -> s.data(subject))
                        .body(b -> b.text(t -> t.data(text)).html(h -> h.data(html)))));
    }
}
