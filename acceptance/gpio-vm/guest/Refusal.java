/** What the provider itself said, below what Pi4J wraps around it. */
final class Refusal {

    private Refusal() {}

    static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }
}
