/**
 * What an operator may write in {@code config/}: each program declares its keys once, with type, range, default and a
 * sentence; this room reads the file and the environment against that declaration and names everything that is wrong,
 * all at once, before anything starts. No other library; used by every program and by {@code ./mainswatch check}.
 */
package io.mainswatch.settings;
