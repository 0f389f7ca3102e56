package io.mainswatch.settings;

import java.util.List;

/**
 * The keys of one program. Programs register theirs as a service, so that {@code ./mainswatch check} finds them
 * without depending on a program.
 */
public interface SettingsDeclaration {

    /** The program's name and its folder below {@code config/}: {@code edge}, {@code cloud} or {@code local-aws}. */
    String program();

    /** Every key of the program, in the order of its file. */
    List<Setting> settings();
}
