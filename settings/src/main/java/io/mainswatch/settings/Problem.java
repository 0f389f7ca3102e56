package io.mainswatch.settings;

/**
 * One thing that is wrong in the configuration.
 *
 * @param where file and line ({@code config/edge/application.properties:12}), or the environment variable
 * @param what key, value, allowed range and remedy in one sentence
 */
public record Problem(String where, String what) {

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
