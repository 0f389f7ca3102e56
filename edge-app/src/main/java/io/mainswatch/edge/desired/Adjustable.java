package io.mainswatch.edge.desired;

import io.mainswatch.settings.Range;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A setting that the cloud may change while the edge runs.
 *
 * @param name under {@code settings} in the shadow
 * @param key of the configuration; routes name it as a placeholder
 * @param range the same as the configuration's
 * @param configured what the configuration says; counts until the cloud desires otherwise
 * @param effect makes a new value count at once
 */
public record Adjustable(String name, String key, Range range, Duration configured, Consumer<Duration> effect) {}
