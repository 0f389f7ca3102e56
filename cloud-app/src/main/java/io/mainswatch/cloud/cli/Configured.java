package io.mainswatch.cloud.cli;

import io.mainswatch.settings.Settings;

/** The program around the commands: it knows the configuration that the command line names. */
public interface Configured {

    /** The checked settings. */
    Settings settings();
}
