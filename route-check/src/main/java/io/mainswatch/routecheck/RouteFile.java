package io.mainswatch.routecheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One YAML file as a tree that still knows on which line each value stands.
 *
 * @param path the file
 * @param text its characters
 * @param root its content
 * @param lines line numbers, from 1, by JSON pointer
 */
record RouteFile(Path path, String text, JsonNode root, Map<String, Integer> lines) {

    /** A value and the JSON pointer of its place. */
    record Place(String pointer, JsonNode value) {

        Place child(String name) {
            return new Place(pointer + "/" + escape(name), value.path(name));
        }
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** The program that the file is for: the name of its folder ({@code edge}, {@code cloud}, {@code kamelets}). */
    String folder() {
        return path.toAbsolutePath().getParent().getFileName().toString();
    }

    boolean isKamelet() {
        return path.getFileName().toString().endsWith(".kamelet.yaml");
    }

    /** The file's name without its ending: the id that its route should have. */
    String stem() {
        return path.getFileName().toString().replaceFirst("\\.(camel|kamelet)\\.yaml$", "");
    }

    /** Every value of the tree, parents before children. */
    Stream<Place> places() {
        return below(new Place("", root));
    }

    static Stream<Place> below(Place place) {
        Stream<Place> children = Stream.empty();
        if (place.value().isObject()) {
            children = place.value().properties().stream().map(entry -> place.child(entry.getKey()));
        } else if (place.value().isArray()) {
            children = Stream.iterate(0, i -> i < place.value().size(), i -> i + 1)
                    .map(i -> new Place(place.pointer() + "/" + i, place.value().get(i)));
        }
        return Stream.concat(Stream.of(place), children.flatMap(RouteFile::below));
    }

    Finding at(Place place, String what) {
        return at(place.pointer(), what);
    }

    /** A finding at the place, or at the nearest parent whose line is known. */
    Finding at(String pointer, String what) {
        for (String p = pointer; !p.isEmpty(); p = p.substring(0, p.lastIndexOf('/'))) {
            Integer line = lines.get(p);
            if (line != null) {
                return new Finding(path, line, what);
            }
        }
        return new Finding(path, lines.getOrDefault("", 0), what);
    }
}
