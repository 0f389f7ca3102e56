/** The commands of an operator. They print their result to stdout, everything else to stderr, and work beside the server. */
package io.mainswatch.cloud.cli;
