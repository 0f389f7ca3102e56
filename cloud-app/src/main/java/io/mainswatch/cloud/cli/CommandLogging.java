package io.mainswatch.cloud.cli;

import java.util.List;

/** Sends the log of a command to stderr and keeps it to warnings: a script reads stdout. To be called before any logging. */
public final class CommandLogging {

    private static final List<String> COMMANDS = List.of("account", "device");

    private CommandLogging() {}

    public static void choose(String[] arguments) {
        if (COMMANDS.stream().anyMatch(List.of(arguments)::contains)) {
            System.setProperty("mainswatch.log", "System.err");
            System.setProperty("mainswatch.log.level", "WARN");
        }
    }
}
