/**
 * The console: one page that shows things with their live shadows, the plug, and the inbox, and the small JSON API below
 * it. The page needs nothing from elsewhere and trusts nothing it shows: names and mails may be an attacker's.
 */
package io.mainswatch.localaws.console;
