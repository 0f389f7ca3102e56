/** For tests of clients: the network between a client and a server of this machine, when it fails. */
package io.mainswatch.localaws.link;
