package io.mainswatch.cloud.shadow;

/** A device event with the state of the input that it is about. */
public record Report(DeviceEvent event, InputState state) {}
