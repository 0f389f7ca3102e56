/**
 * Mainswatch as its users have it: the three programs started by the launcher as processes of their own, on free
 * ports, in a folder of their own; driven by the simulated line and judged by the mails that arrive. The tests here
 * hold the promises to account, and {@code bench} measures with the same means.
 */
package io.mainswatch.acceptance;
