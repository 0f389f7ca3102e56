package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.http.AwsError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The part of a list of names that a caller asks for with {@code NextToken} and {@code MaxItems}. The token is the last
 * name of the part before.
 */
record NamePage(String after, int size) {

    static NamePage of(QueryRequest request, int maxSize) {
        Optional<Integer> wanted = request.count("MaxItems");
        return new NamePage(
                request.text("NextToken").map(NamePage::decode).orElse(""), Math.min(wanted.orElse(maxSize), maxSize));
    }

    /**
     * The result of the call: this part, and the token if there is more.
     *
     * @param names all, in their order
     * @param written a name as it is written into the answer
     */
    Map<String, Object> cut(String member, List<String> names, Function<String, Object> written) {
        List<String> rest =
                names.stream().filter(name -> name.compareTo(after) > 0).toList();
        List<String> page = rest.stream().limit(size).toList();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(member, page.stream().map(written).toList());
        if (rest.size() > size) {
            result.put("NextToken", encode(page.get(size - 1)));
        }
        return result;
    }

    private static String encode(String name) {
        return Base64.getUrlEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new AwsError(
                    400, "InvalidParameterValue", "NextToken '" + token + "' is none that this service gave out");
        }
    }
}
