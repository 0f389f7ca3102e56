/**
 * The shadow document as AWS publishes it ({@code previous} and {@code current}), read and checked: from JSON that anyone
 * may have written to typed records that the rest of the cloud app can trust. The contract is section 3.1 of the design.
 */
package io.mainswatch.cloud.shadow;
