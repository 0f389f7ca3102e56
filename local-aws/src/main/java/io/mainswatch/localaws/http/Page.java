package io.mainswatch.localaws.http;

import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * The part of a list that a caller asks for. The token for the next part is the last name of this one, so that it stays
 * good whatever is added or removed meanwhile.
 *
 * @param after the name after which it begins; empty for the first page
 * @param size how many at the most
 */
public record Page(String after, int size) {

    private static final String TOKEN = "nextToken";

    /**
     * Reads {@code nextToken} and the size.
     *
     * @param sizeParameter what this call names its page size
     */
    public static Page of(RoutingContext context, String sizeParameter, int defaultSize, int maxSize) {
        return of(context, sizeParameter, TOKEN, defaultSize, maxSize);
    }

    /** As above, for the calls that name the token otherwise. */
    public static Page of(
            RoutingContext context, String sizeParameter, String tokenParameter, int defaultSize, int maxSize) {
        String size = context.request().getParam(sizeParameter);
        return of(
                new Token(tokenParameter, context.request().getParam(tokenParameter)),
                sizeParameter,
                size == null ? null : whole(sizeParameter, size),
                defaultSize,
                maxSize);
    }

    /** As it came in a body; token and size may be null. */
    public static Page of(String token, String sizeMember, Long size, int defaultSize, int maxSize) {
        return of(new Token(TOKEN, token), sizeMember, size, defaultSize, maxSize);
    }

    private static Page of(Token token, String sizeName, Long size, int defaultSize, int maxSize) {
        long wanted = size == null ? defaultSize : size;
        if (wanted < 1 || wanted > maxSize) {
            throw AwsError.invalidRequest(sizeName + " " + size + ": must be from 1 to " + maxSize);
        }
        return new Page(token.decoded(), (int) wanted);
    }

    /** The whole number in a query parameter. */
    public static long whole(String parameter, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw AwsError.invalidRequest(parameter + " '" + text + "': must be a whole number");
        }
    }

    /** What belongs on this page of a list that was read one longer than the page. */
    public <T> List<T> cut(List<T> found) {
        return found.size() > size ? found.subList(0, size) : found;
    }

    /** The token for the next page, or null if the list ends here. */
    public <T> String next(List<T> found, Function<T, String> name) {
        return found.size() > size
                ? Base64.getUrlEncoder()
                        .encodeToString(name.apply(found.get(size - 1)).getBytes(StandardCharsets.UTF_8))
                : null;
    }

    private record Token(String name, String text) {

        String decoded() {
            try {
                return text == null ? "" : new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw AwsError.invalidRequest(name + " '" + text + "' is none that this service gave out");
            }
        }
    }
}
