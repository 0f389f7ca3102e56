import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must be true of the lines of the emulated machine, step by step. Each step drives wires from outside and compares
 * what the machine says of them. The first that fails ends the run with status 1.
 *
 * <p>What the machine does is waited for, never slept for. A wire, though, is kept at a level for a time ({@link #keep}):
 * how long a level lasts is the stimulus itself where debounce and hold are shown.
 */
final class Scenario {

    private static final int TOGGLES = 1_000;
    private static final int BURST = 201;

    /** Milliseconds: shorter than any debounce time here; longer than it and shorter than the hold; and so at edge-app. */
    private static final long GLITCH = 10;
    private static final long DIP = 500;
    private static final long EDGE_DIP = 700;
    private static final long PROVIDER_DEBOUNCE = 100;

    private static final double IDLE_PERCENT = 0.5;
    private static final Pattern CHARDEV_PERCENT = Pattern.compile("chardev ([0-9.]+) %");
    private static final Duration JAVA_START = Duration.ofMinutes(12);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration REPORT = Duration.ofMinutes(2);

    private final EmulatedBoard board;
    private final GuestConsole console;
    private final long began = System.nanoTime();

    private Scenario(EmulatedBoard board, GuestConsole console) {
        this.board = board;
        this.console = console;
    }

    public static void main(String[] arguments) throws InterruptedException {
        try (EmulatedBoard board = new EmulatedBoard(Path.of(arguments[0]), Path.of(arguments[1]))) {
            new Scenario(board, new GuestConsole(Path.of(arguments[2]))).run();
        } catch (AssertionError e) {
            System.err.println("not so: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws InterruptedException {
        for (int line = 0; line < 8; line++) {
            board.drive(line, line == 1);
        }
        pass(console.await("booted", Duration.ofMinutes(2)));
        pass(expect(console.await("named", JAVA_START), "line TELL is 7"));
        refusals();
        waitingCostsNothing();
        console.await("probe ready", SOON);
        levelsAtStart();
        noEdgeIsLost();
        afterABurstTheLevelIsRight();
        glitchesAreSwallowed();
        onlyWhatHoldsCounts();
        theProbeEnds();
        theEdgeReportsToItsBroker();
    }

    private void refusals() throws InterruptedException {
        pass(expect(console.await("refused", SOON), "is in use by 'pi4j-gpio-0'. Stop that, or use another line."));
        pass(expect(console.await("refused", SOON), "does not exist: the chip has lines 0 to 7."));
    }

    private void waitingCostsNothing() throws InterruptedException {
        String idle = console.await("idle", SOON);
        Matcher percent = CHARDEV_PERCENT.matcher(idle);
        if (!percent.find() || Double.parseDouble(percent.group(1)) > IDLE_PERCENT) {
            throw new AssertionError("lines of the character device should take " + IDLE_PERCENT
                    + " % of a processor at the most while nothing happens; the machine says: " + idle);
        }
        pass("processor time while nothing happens: " + idle);
    }

    private void levelsAtStart() throws InterruptedException {
        expect(edges(0, 0), "level=OFF");
        expect(edges(1, 0), "level=ON");
        pass("levels at start: line 0 is off, line 1 is on");
    }

    /**
     * Line 0 belongs to the character device and is followed by line 6, line 1 to gpiod and is followed by line 4. The next
     * toggle comes when the last one has gone all the way, for a chip has one bit for an edge and no more: what comes
     * before the processor has looked is lost on every board, and how soon it looks depends here on the host.
     */
    private void noEdgeIsLost() throws InterruptedException {
        pass("character device, " + roundTrips(0, 6, false) + edges(0, TOGGLES));
        pass("gpiod, " + roundTrips(1, 4, true) + edges(1, TOGGLES));
    }

    private String roundTrips(int line, int follower, boolean level) throws InterruptedException {
        long started = System.nanoTime();
        boolean next = level;
        for (int toggle = 0; toggle < TOGGLES; toggle++) {
            next = !next;
            board.drive(line, next);
            awaitLevel(follower, next);
        }
        return String.format(
                Locale.ROOT,
                "%d toggles, each through a route to an output and back in %.1f ms: ",
                TOGGLES,
                (System.nanoTime() - started) / 1e6 / TOGGLES);
    }

    private void awaitLevel(int line, boolean level) throws InterruptedException {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (board.level(line) != level) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("line " + line + " does not become " + level);
            }
            Thread.sleep(1);
        }
    }

    /** Edges as fast as the wire allows: many are lost, but not the level after the last. */
    private void afterABurstTheLevelIsRight() throws InterruptedException {
        for (int toggle = 1; toggle <= BURST; toggle++) {
            board.drive(0, toggle % 2 == 1);
        }
        awaitLevel(6, true);
        pass("character device, a burst of " + BURST + " toggles: "
                + expect(expect(settled(0), "level=ON"), "repeated=0"));
        board.drive(0, false);
    }

    /** Both providers are asked to debounce for 100 ms; the levels between are long past that. */
    private void glitchesAreSwallowed() throws InterruptedException {
        for (int line = 2; line <= 3; line++) {
            board.drive(line, true);
            board.drive(line, false);
            keep(5 * PROVIDER_DEBOUNCE);
            board.drive(line, true);
            keep(5 * PROVIDER_DEBOUNCE);
            pass((line == 2 ? "debounced by the kernel: " : "debounced by gpiod: ") + edges(line, 1));
        }
    }

    /** The component on line 5 debounces for 100 ms and wants a level to hold for 1 s. */
    private void onlyWhatHoldsCounts() throws InterruptedException {
        pulse(5, GLITCH);
        pulse(5, DIP);
        pulse(5, DIP);
        board.drive(5, true);
        pass("a glitch, two dips, and a level that holds: " + console.await("level 5 ON dips=2", SOON));
    }

    private void pulse(int line, long millis) throws InterruptedException {
        board.drive(line, true);
        keep(millis);
        board.drive(line, false);
        keep(DIP);
    }

    /** Leaves the wires as they are for so many milliseconds: the length of a level, which nothing tells of. */
    private static void keep(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    private void theProbeEnds() throws InterruptedException {
        board.drive(7, true);
        pass(console.await("probe ended", SOON));
        board.drive(7, false);
    }

    /** edge-app watches line 0 (debounce 200 ms, hold 2 s) and reports to local-aws, whose shadow the machine reads. */
    private void theEdgeReportsToItsBroker() throws InterruptedException {
        pass(shadow("off", 0, JAVA_START));
        board.drive(0, true);
        pass(shadow("on", 0, REPORT));
        board.drive(0, false);
        keep(EDGE_DIP);
        board.drive(0, true);
        keep(EDGE_DIP);
        board.drive(0, false);
        pass(shadow("off", 1, REPORT));
    }

    private String shadow(String status, int dips, Duration limit) throws InterruptedException {
        String line = console.await(
                said -> said.startsWith("shadow ")
                        && said.contains("\"status\":\"" + status + "\"")
                        && said.contains("\"dips\":" + dips),
                "a shadow with status " + status + " and " + dips + " dips",
                limit);
        return "edge to broker: " + line.substring(0, Math.min(line.length(), 150));
    }

    /** Asks the probe for its counts until a line has as many edges as it should. */
    private String edges(int line, int count) throws InterruptedException {
        long deadline = System.nanoTime() + SOON.toNanos();
        String said = counted(line);
        while (!said.contains("count=" + count + " ")) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("line " + line + " should have " + count + " edges; the probe says: " + said);
            }
            Thread.sleep(200); // a machine that is asked without a pause has no time to count
            said = counted(line);
        }
        return expect(said, "repeated=0");
    }

    /** What the probe has counted on a line when it counts no more. */
    private String settled(int line) throws InterruptedException {
        String before = "";
        String said = counted(line);
        while (!said.equals(before)) {
            before = said;
            said = counted(line);
        }
        return said;
    }

    /** What the probe has counted by now on a line; it tells of all four whenever line 7 rises. */
    private String counted(int wanted) throws InterruptedException {
        board.drive(7, true);
        String answer = "";
        for (int line = 0; line < 4; line++) {
            String said = console.await("edges line=" + line, SOON);
            answer = line == wanted ? said : answer;
        }
        board.drive(7, false);
        console.await("told", SOON);
        return answer;
    }

    private static String expect(String said, String part) {
        if (!said.contains(part)) {
            throw new AssertionError("the machine should say '" + part + "' but says '" + said + "'");
        }
        return said;
    }

    private void pass(String what) {
        System.out.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - began) / 1e9, what);
    }
}
