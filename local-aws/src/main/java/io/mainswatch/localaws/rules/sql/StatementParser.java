package io.mainswatch.localaws.rules.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code SELECT ... FROM ... WHERE ...}. */
final class StatementParser extends ExpressionParser {

    StatementParser(String sql) {
        super(sql);
    }

    Statement statement() {
        require("SELECT");
        boolean everything = false;
        List<Statement.Column> columns = new ArrayList<>();
        do {
            if (accept("*")) {
                everything = true;
            } else {
                columns.add(column());
            }
        } while (accept(","));
        Optional<TopicFilter> from = accept("FROM") ? Optional.of(filter()) : Optional.empty();
        Optional<Expression> where = accept("WHERE") ? Optional.of(expression()) : Optional.empty();
        end();
        return new Statement(everything, List.copyOf(columns), from, where);
    }

    private Statement.Column column() {
        Token first = peek();
        Expression expression = expression();
        if (accept("AS")) {
            return new Statement.Column(expression, name());
        }
        if (expression instanceof Expression.Path path) {
            return new Statement.Column(expression, path.root());
        }
        if (expression instanceof Expression.Member member) {
            return new Statement.Column(expression, member.name());
        }
        throw unexpected(first, "what is not just a name needs one, as in topic(3) AS thing");
    }

    private TopicFilter filter() {
        Token token = take();
        if (token.kind() != Token.Kind.STRING) {
            throw unexpected(token, "a topic filter in single quotes must stand here");
        }
        return TopicFilter.parse(token.place(), token.text());
    }
}
