package io.mainswatch.localaws.search;

import io.mainswatch.localaws.glob.Glob;
import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.search.Condition.Beyond;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a query (developer guide, "Query syntax"): {@code *}, {@code field:value} with the wildcards {@code *} and
 * {@code ?} or in quotes, {@code field:[low TO high]}, {@code field>value}, joined by AND, OR, NOT and parentheses; terms
 * side by side are joined by AND. Not taken: a value without a field.
 */
final class QueryParser {

    /** Both are AWS's quotas (general reference, fleet indexing). */
    private static final int MAX_LENGTH = 1_000;

    private static final int MAX_TERMS = 12;

    private static final String OPERATORS = ":<>";

    private final QueryText text;
    private int terms;

    private QueryParser(String text) {
        this.text = new QueryText(text);
    }

    /** @throws AwsError InvalidQueryException, with the place where it is not understood */
    static Query parse(String query) {
        if (query.length() > MAX_LENGTH) {
            throw QueryText.invalid("it has " + query.length() + " characters, more than " + MAX_LENGTH);
        }
        QueryParser parser = new QueryParser(query);
        Query parsed = parser.either();
        if (!parser.text.isAtEnd()) {
            throw parser.text.unexpected("the end");
        }
        return parsed;
    }

    private Query either() {
        List<Query> parts = new ArrayList<>(List.of(both()));
        while (text.takeWord("OR")) {
            parts.add(both());
        }
        return parts.size() == 1 ? parts.get(0) : new Query.Any(parts);
    }

    private Query both() {
        List<Query> parts = new ArrayList<>(List.of(negation()));
        while (text.takeWord("AND") || !text.isAtEnd() && !text.isNext(')') && !text.isNextWord("OR")) {
            parts.add(negation());
        }
        return parts.size() == 1 ? parts.get(0) : new Query.All(parts);
    }

    private Query negation() {
        return text.takeWord("NOT") ? new Query.Not(negation()) : single();
    }

    private Query single() {
        if (text.take('(')) {
            Query inner = either();
            if (!text.take(')')) {
                throw text.unexpected("')'");
            }
            return inner;
        }
        return text.takeWord("*") ? new Query.Everything() : term();
    }

    private Query term() {
        if (++terms > MAX_TERMS) {
            throw QueryText.invalid("it has more than " + MAX_TERMS + " terms");
        }
        int start = text.position();
        String name = text.takeUntil(OPERATORS);
        if (text.isAtEnd() || OPERATORS.indexOf(text.peek()) < 0) {
            throw text.unexpected(name.isEmpty() ? "a term such as thingName:cabin" : "':' after '" + name + "'");
        }
        Field field = Field.named(name)
                .orElseThrow(() -> QueryText.invalid("the index has no field '" + name + "', at character " + start));
        return new Query.Term(field, condition());
    }

    private Condition condition() {
        if (text.takeHere(':')) {
            boolean inclusive = text.takeHere('[');
            return inclusive || text.takeHere('{') ? between(inclusive) : new Condition.Like(text.takeValue());
        }
        boolean above = text.takeHere('>');
        if (!above) {
            text.takeHere('<');
        }
        boolean inclusive = text.takeHere('=');
        return new Beyond(plain(text.takeValue()), above, inclusive);
    }

    private Condition between(boolean inclusive) {
        Optional<Beyond> low = limit(true, inclusive);
        if (!text.takeWord("TO")) {
            throw text.unexpected("TO");
        }
        Optional<Beyond> high = limit(false, inclusive);
        if (!text.take(inclusive ? ']' : '}')) {
            throw text.unexpected(inclusive ? "']'" : "'}'");
        }
        return new Condition.Between(low, high);
    }

    /** A limit that is {@code *} is none. */
    private Optional<Beyond> limit(boolean above, boolean inclusive) {
        return text.takeWord("*")
                ? Optional.empty()
                : Optional.of(new Beyond(plain(text.takeValue()), above, inclusive));
    }

    private String plain(Glob value) {
        return value.literal().orElseThrow(() -> text.unexpected("a value without wildcards before here"));
    }
}
