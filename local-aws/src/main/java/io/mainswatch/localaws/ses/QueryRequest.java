package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.http.AwsError;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A call of AWS's "query" protocol: form fields, lists as {@code Name.member.1}, {@code Name.member.2} and so on. */
final class QueryRequest {

    private final MultiMap fields;

    QueryRequest(MultiMap fields) {
        this.fields = fields;
    }

    String action() {
        return text("Action").orElse("");
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    String required(String name) {
        return text(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new AwsError(400, "MissingParameter", "The request must contain " + name));
    }

    /** A whole number from 1 on. */
    Optional<Integer> count(String name) {
        return text(name).map(text -> {
            try {
                int count = Integer.parseInt(text);
                if (count >= 1) {
                    return count;
                }
            } catch (NumberFormatException e) {
                throw invalid(name, text);
            }
            throw invalid(name, text);
        });
    }

    private static AwsError invalid(String name, String text) {
        return new AwsError(400, "InvalidParameterValue", name + " '" + text + "': must be a whole number from 1 on");
    }

    List<String> members(String name) {
        List<String> members = new ArrayList<>();
        for (Optional<String> next = text(name + ".member.1"); next.isPresent(); ) {
            members.add(next.get());
            next = text(name + ".member." + (members.size() + 1));
        }
        return members;
    }
}
