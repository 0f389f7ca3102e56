/** JSON documents that callers hand in, read strictly: what is not understood is refused and named. */
package io.mainswatch.localaws.identity.document;
