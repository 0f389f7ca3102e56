package io.mainswatch.acceptance.trouble;

/**
 * One thing that goes wrong and is right again afterwards.
 *
 * @param name for the count at the end
 */
public record Trouble(String name, Strike strike) {

    /** Makes it go wrong, lets it last, and sets it right. */
    @FunctionalInterface
    public interface Strike {
        void with(Chance chance) throws Exception;
    }
}
