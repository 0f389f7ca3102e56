/** Who is told: accounts, their owners' addresses, the sites' names, and which account a thing belongs to. */
package io.mainswatch.cloud.account;
