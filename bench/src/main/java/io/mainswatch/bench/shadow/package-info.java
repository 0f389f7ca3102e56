/**
 * How many requests the shadow rules answer in a second. Once the module is packaged:
 *
 * <pre>java -cp 'bench/target/bench.jar:bench/target/lib/*' org.openjdk.jmh.Main ShadowUpdateBenchmark</pre>
 */
package io.mainswatch.bench.shadow;
