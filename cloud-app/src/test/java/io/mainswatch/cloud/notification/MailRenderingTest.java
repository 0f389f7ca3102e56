package io.mainswatch.cloud.notification;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates as they are delivered, against mails that a person has read and found good. */
class MailRenderingTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String WHEN = "Sunday, 23 November 2025 at 14:47:03 CET (Europe/Berlin)";
    private static final String EARLIER = "Sunday, 23 November 2025 at 09:00:00 CET (Europe/Berlin)";

    private static Configuration templates;

    @BeforeAll
    static void readTemplates() throws IOException {
        templates = MailTemplates.in(Path.of("../routes/cloud/templates"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "power-lost",
                "power-restored",
                "power-restored-with-a-gap",
                "first-report-off",
                "unknown-time",
                "unknown-time-and-nothing-before",
                "door-changed"
            })
    void aMailIsAsItShouldBe(String name) throws Exception {
        MailFacts facts = facts(name);
        String mail = render("subject.ftl", facts).trim() + "\n\n" + render("mail.ftl", facts);

        assertThat(mail).isEqualTo(Files.readString(GOLDEN.resolve(name + ".txt")));
        assertThat(withoutTags(render("mail.ftlh", facts))).containsSubsequence(wordsThatMatter(facts));
    }

    @Test
    void theHtmlIsAsItShouldBe() throws Exception {
        assertThat(render("mail.ftlh", facts("power-lost")))
                .isEqualTo(Files.readString(GOLDEN.resolve("power-lost.html")));
    }

    @Test
    void aNameIsTextInHtmlWhateverItContains() throws Exception {
        String html = render("mail.ftlh", named("<img src=x onerror=alert(1)> & \"Söhne\"'s ${1+1} <#if>"));

        assertThat(html)
                .doesNotContain("<img")
                .contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Söhne&quot;&#39;s ${1+1} &lt;#if&gt;");
    }

    @Test
    void aNameIsLeftAloneInTheText() throws Exception {
        assertThat(render("mail.ftl", named("<Cabin> & \"Söhne\""))).contains("<Cabin> & \"Söhne\" went off");
        assertThat(render("subject.ftl", named("<Cabin> & \"Söhne\"")).trim())
                .isEqualTo("Power lost at <Cabin> & \"Söhne\"");
    }

    @Test
    void nothingIsLoadedFromElsewhere() throws Exception {
        String html = render("mail.ftlh", facts("power-lost"));

        assertThat(html).doesNotContain("<img", "<script", "<link", "url(", "@import", "src=");
        assertThat(html).contains("color-scheme", "prefers-color-scheme: dark");
    }

    /** What the HTML must say as the text does, in the order in which both say it. */
    private static List<String> wordsThatMatter(MailFacts facts) {
        return Stream.of(
                        facts.site(),
                        facts.when(),
                        facts.uncertainty(),
                        facts.earliest(),
                        facts.latest(),
                        facts.outage(),
                        facts.thing(),
                        facts.input() + " is " + facts.level(),
                        facts.dips() == 0 ? null : facts.dips() + " since the report before",
                        facts.missing() == 0 ? null : "just before this one never reached us",
                        "What to do",
                        facts.address(),
                        facts.publicUrl())
                .filter(Objects::nonNull)
                .map(words -> words.replace("power is", "the mains power is"))
                .toList();
    }

    private static String withoutTags(String html) {
        return html.replaceAll("(?s)<style>.*</style>|<[^>]*>", "").replaceAll("\\s+", " ");
    }

    private static MailFacts facts(String name) {
        return switch (name) {
            case "power-lost" -> facts("POWER_LOST", "power", "off", WHEN, null, null, 0, 2);
            case "power-restored" -> facts("POWER_RESTORED", "power", "on", WHEN, null, "2 min 5 s", 0, 0);
            case "power-restored-with-a-gap" -> facts("POWER_RESTORED", "power", "on", WHEN, null, null, 3, 0);
            case "first-report-off" -> facts("FIRST_REPORT", "power", "off", WHEN, null, null, 0, 0);
            case "unknown-time" -> facts("POWER_LOST", "power", "off", null, EARLIER, null, 1, 0);
            case "unknown-time-and-nothing-before" -> facts("POWER_LOST", "power", "off", null, null, null, 0, 1);
            default -> facts("INPUT_CHANGED", "door", "on", WHEN, null, null, 0, 0);
        };
    }

    private static MailFacts facts(
            String kind,
            String input,
            String level,
            String when,
            String earliest,
            String outage,
            long missing,
            int dips) {
        return new MailFacts(
                kind,
                "Cabin by the lake",
                "cabin",
                input,
                level,
                when,
                when == null ? null : "1 s",
                earliest,
                when == null ? WHEN : null,
                WHEN,
                outage,
                missing,
                dips,
                "ann@example.org",
                "https://power.example.org");
    }

    private static MailFacts named(String site) {
        return new MailFacts(
                "POWER_LOST",
                site,
                "cabin",
                "power",
                "off",
                WHEN,
                "1 s",
                null,
                null,
                WHEN,
                null,
                0,
                0,
                "ann@example.org",
                null);
    }

    private static String render(String template, MailFacts facts) throws IOException, TemplateException {
        StringWriter text = new StringWriter();
        templates.getTemplate(template).process(Map.of("body", facts), text);
        return text.toString();
    }
}
