package io.mainswatch.localaws.start;

import java.nio.file.Path;

/** The stand-in cannot start. The message is for the operator: what is wrong and what to do, in one line. */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private StartException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * @param service what wanted the port, {@code MQTT} or {@code HTTP}
     * @param option the command-line option that names another port
     */
    public static StartException portUnavailable(
            String service, String host, int port, String option, Throwable cause) {
        return new StartException(
                "Cannot listen on " + host + ":" + port + " for " + service + " ("
                        + rootOf(cause).getMessage() + "). Stop the program that has the port, or choose another with "
                        + option + ".",
                cause);
    }

    public static StartException folderInUse(Path folder) {
        return new StartException(
                "The data folder " + folder + " is in use by another local-aws. Stop that one, or name another folder"
                        + " with --data.",
                null);
    }

    public static StartException folderUnusable(Path folder, Throwable cause) {
        return new StartException(
                "The data folder " + folder + " cannot be used (" + cause + "). Make it writable, or name another with"
                        + " --data.",
                cause);
    }

    /** @param what what is wrong with the keys; must not say them */
    public static StartException keysUnusable(String what) {
        return new StartException(
                "The access keys of --auth-keys cannot be used: " + what
                        + ". Name a file with an access key id, a blank" + " and its secret on each line.",
                null);
    }

    public static StartException eventsWithoutSqs(String queue) {
        return new StartException(
                "The events for the queue " + queue + " need SQS. Choose a port for it with --sqs-port, or leave"
                        + " --ses-events-queue out.",
                null);
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
