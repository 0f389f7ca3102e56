package io.mainswatch.edge.line;

/** A line that a route reads or drives, under the name by which the cloud knows it. */
public sealed interface Wire {

    /** The input's or output's name. */
    String name();

    /** The line's number. */
    int line();

    /** The file of the route. */
    String file();

    /** @param property the reported property that holds its level */
    record Input(String name, int line, String file, String property) implements Wire {

        @Override
        public String toString() {
            return "the input " + name;
        }
    }

    /** Driven as the cloud desires. */
    record Output(String name, int line, String file) implements Wire {

        @Override
        public String toString() {
            return "the output " + name;
        }
    }
}
