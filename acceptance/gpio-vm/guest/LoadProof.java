import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import io.mainswatch.pi4j.chardev.ChardevDigitalInputProvider;

/**
 * Shows that the provider's native part loads on this processor and reaches the kernel: a device that is no GPIO chip is
 * opened, asked and refused by the kernel's own answer.
 */
public final class LoadProof {

    private LoadProof() {}

    public static void main(String[] arguments) {
        System.out.println("@ " + System.getProperty("java.vm.name") + " on " + System.getProperty("os.arch"));
        Context pi4j = Pi4J.newContextBuilder()
                .noAutoDetect()
                .property("pi4j.chardev.chip", "/dev/null")
                .add(ChardevDigitalInputProvider.newInstance())
                .build();
        try {
            pi4j.create(DigitalInput.newConfigBuilder(pi4j).id("proof").address(4).build());
        } catch (RuntimeException e) {
            System.out.println("@ " + Refusal.of(e));
        }
        pi4j.shutdown();
    }
}
