package io.mainswatch.cloud.cli;

/** Names of accounts and sites: what a person reads in a mail, so one line of visible text. */
final class Names {

    private static final int LONGEST = 200;

    private Names() {}

    static String checked(String option, String name) {
        String trimmed = name.trim();
        if (trimmed.isEmpty() || trimmed.length() > LONGEST || trimmed.matches(".*\\p{Cntrl}.*")) {
            throw new CommandException(option + " " + name + ": must be 1 to " + LONGEST + " characters on one line.");
        }
        return trimmed;
    }
}
