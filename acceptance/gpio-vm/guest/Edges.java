import org.apache.camel.Message;

/** The levels that a line had, the one at start not counted. */
final class Edges {

    private final int pin;
    private Object last;
    private int edges;
    private int repeated;

    Edges(int pin) {
        this.pin = pin;
    }

    synchronized void add(Message message) {
        if (!message.getHeader("CamelPi4jGpioInitial", Boolean.class)) {
            edges++;
        }
        if (message.getBody().equals(last)) {
            repeated++;
        }
        last = message.getBody();
    }

    @Override
    public synchronized String toString() {
        return "edges line=" + pin + " count=" + edges + " repeated=" + repeated + " level=" + last;
    }
}
