package io.mainswatch.cloud.account;

import java.util.List;
import java.util.UUID;

/** Who is told about the things of an account. */
public record Account(UUID id, String name, List<String> owners) {}
