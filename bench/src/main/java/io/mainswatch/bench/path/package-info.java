/** The whole path, from the line to the mail, through the three real processes. */
package io.mainswatch.bench.path;
