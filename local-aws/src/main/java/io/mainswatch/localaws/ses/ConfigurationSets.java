package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.ses.Action.Answer;
import io.mainswatch.localaws.store.Database;
import java.util.List;
import java.util.Map;

/** Configuration sets: names under which a sender's mails are told apart. */
final class ConfigurationSets {

    private static final int MAX_PAGE = 1_000;

    private final Database database;

    ConfigurationSets(Database database) {
        this.database = database;
    }

    Map<String, Action> actions() {
        return Map.of(
                "CreateConfigurationSet", this::create,
                "DeleteConfigurationSet", this::delete,
                "ListConfigurationSets", this::list,
                "DescribeConfigurationSet", this::describe);
    }

    /** @throws AwsError if there is none of that name */
    void require(String name) {
        boolean known = database.read(
                sql -> sql.first("select name from configuration_set where name = ?", row -> row.getString(1), name)
                        .isPresent());
        if (!known) {
            throw doesNotExist(name);
        }
    }

    private Answer create(QueryRequest request) {
        String name = request.required("ConfigurationSet.Name");
        if (!name.matches("[a-zA-Z0-9_-]{1,64}")) {
            throw new AwsError(
                    400,
                    "InvalidConfigurationSet",
                    "Configuration set name '" + name + "': must be 1 to 64 letters, digits, underscores or hyphens");
        }
        int added = database.writeAndWait(
                sql -> sql.update("insert or ignore into configuration_set (name) values (?)", name));
        if (added == 0) {
            throw new AwsError(
                    400, "ConfigurationSetAlreadyExists", "Configuration set <" + name + "> already exists.");
        }
        return new Answer.Result(Map.of());
    }

    private Answer delete(QueryRequest request) {
        String name = request.required("ConfigurationSetName");
        int deleted = database.writeAndWait(sql -> sql.update("delete from configuration_set where name = ?", name));
        if (deleted == 0) {
            throw doesNotExist(name);
        }
        return new Answer.Result(Map.of());
    }

    private Answer list(QueryRequest request) {
        List<String> names = database.read(
                sql -> sql.list("select name from configuration_set order by name", row -> row.getString(1)));
        return new Answer.Result(
                NamePage.of(request, MAX_PAGE).cut("ConfigurationSets", names, name -> Map.of("Name", name)));
    }

    private Answer describe(QueryRequest request) {
        String name = request.required("ConfigurationSetName");
        require(name);
        return new Answer.Result(Map.of("ConfigurationSet", Map.of("Name", name)));
    }

    private static AwsError doesNotExist(String name) {
        return new AwsError(400, "ConfigurationSetDoesNotExist", "Configuration set <" + name + "> does not exist.");
    }
}
