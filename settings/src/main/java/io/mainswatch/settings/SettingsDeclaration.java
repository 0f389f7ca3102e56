package io.mainswatch.settings;

import java.util.List;
import java.util.Set;

/**
 * The keys of one program. Programs register theirs as a service, so that {@code ./mainswatch check} finds them
 * without depending on a program.
 */
public interface SettingsDeclaration {

    /** The program's name and its folder below {@code config/}: {@code edge}, {@code cloud} or {@code local-aws}. */
    String program();

    /** Every key of the program, in the order of its file. */
    List<Setting> settings();

    /**
     * The endpoints ({@code direct:name}) of routes that the program's own code sends to, so that a check of the routes
     * knows that somebody does.
     */
    default Set<String> entryPoints() {
        return Set.of();
    }
}
