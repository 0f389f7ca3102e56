import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.provider.Provider;
import io.mainswatch.camel.pi4j.Pi4jGpioComponent;
import io.mainswatch.pi4j.chardev.ChardevDigitalInputProvider;
import io.mainswatch.pi4j.chardev.ChardevDigitalOutputProvider;
import io.mainswatch.pi4j.chardev.LineNames;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinition;

/**
 * Runs in the emulated machine: the Camel component over both Pi4J providers, one line for each thing to be shown. What
 * it sees it counts, and says on the console when line 7 rises; when line 7 stays up for 5 s, it ends. Lines 6 and 4 are
 * outputs and follow lines 0 and 1.
 */
public final class LineProbe extends RouteBuilder {

    private static final String CHARDEV = "chardev";
    private static final String GPIOD = "gpiod";

    private final Map<Integer, Edges> lines = new TreeMap<>();
    private final CountDownLatch end = new CountDownLatch(1);

    public static void main(String[] arguments) throws Exception {
        Context chardev = context(ChardevDigitalInputProvider.newInstance(), ChardevDigitalOutputProvider.newInstance());
        Context gpiod = context(GpioDDigitalInputProvider.newInstance());
        LineProbe probe = new LineProbe();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addComponent(CHARDEV, component(chardev));
            camel.addComponent(GPIOD, component(gpiod));
            camel.addRoutes(probe);
            camel.start();
            say("named line TELL is " + LineNames.address(chardev, "TELL"));
            say("refused " + refusal(0));
            say("refused " + refusal(99));
            say("idle " + IdleCost.measure());
            say("probe ready");
            probe.end.await();
        }
        chardev.shutdown();
        gpiod.shutdown();
        System.exit(0);
    }

    @Override
    public void configure() {
        count(CHARDEV, 0, "debounce=0").to("chardev:6");
        count(GPIOD, 1, "debounce=0").to("chardev:4");
        count(CHARDEV, 2, "debounce=0&hardwareDebounce=100");
        count(GPIOD, 3, "debounce=0&hardwareDebounce=100");
        from("chardev:5?debounce=100&hold=1000")
                .process(exchange -> say("level " + described(exchange.getMessage())));
        from("chardev:7?debounce=0&edge=rising&initialState=false")
                .process(exchange -> lines.values().forEach(line -> say(line.toString())));
        from("chardev:7?debounce=0&edge=falling&initialState=false").process(exchange -> say("told"));
        from("chardev:7?hold=5000&edge=rising&initialState=false")
                .process(exchange -> end.countDown());
    }

    private ProcessorDefinition<?> count(String component, int pin, String options) {
        Edges edges = new Edges(pin);
        lines.put(pin, edges);
        return from(component + ":" + pin + "?" + options)
                .process((Exchange exchange) -> edges.add(exchange.getMessage()));
    }

    /** A Pi4J context has one provider of a kind, so each gets its own. */
    private static Context context(Provider<?, ?, ?>... providers) {
        return Pi4J.newContextBuilder().noAutoDetect().add(providers).build();
    }

    private static Pi4jGpioComponent component(Context pi4j) {
        Pi4jGpioComponent component = new Pi4jGpioComponent();
        component.setContext(pi4j);
        return component;
    }

    /** What the character device says to somebody else who wants a line. */
    private static String refusal(int pin) {
        Context other = context(ChardevDigitalInputProvider.newInstance());
        try {
            other.create(DigitalInput.newConfigBuilder(other)
                    .id("intruder")
                    .address(pin)
                    .build());
            return "nothing: line " + pin + " was given twice";
        } catch (RuntimeException e) {
            return Refusal.of(e);
        } finally {
            other.shutdown();
        }
    }

    private static String described(Message message) {
        return message.getHeader("CamelPi4jGpioPin") + " " + message.getBody() + " dips="
                + message.getHeader("CamelPi4jGpioDips");
    }

    private static void say(String text) {
        System.out.println("@ " + text);
    }
}
