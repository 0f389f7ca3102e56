package io.mainswatch.cloud.account;

import java.time.ZoneId;

/** How a thing is called in mails, and in which zone its times are printed. */
public record Site(String thing, String name, ZoneId zone) {}
