package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.ses.Action.Answer;
import io.mainswatch.localaws.ses.SendingLog.DataPoint;
import io.mainswatch.localaws.store.Database;
import java.time.Clock;
import java.util.Map;

/** The account: its quota, what it has sent, and the switch that pauses it. */
final class Account {

    private final Database database;
    private final SendingRules rules;
    private final SendingLog log;
    private final Clock clock;

    Account(Database database, SendingRules rules, SendingLog log, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.log = log;
        this.clock = clock;
    }

    Map<String, Action> actions() {
        return Map.of(
                "GetSendQuota", request -> quota(),
                "GetSendStatistics", request -> statistics(),
                "GetAccountSendingEnabled", request -> new Answer.Result(Map.of("Enabled", isEnabled())),
                "UpdateAccountSendingEnabled", this::setEnabled);
    }

    /** True unless it was switched off. */
    boolean isEnabled() {
        return database.read(sql -> sql.first("select enabled from sending_switch", row -> row.getBoolean(1))
                .orElse(true));
    }

    /** A call that does not say which way means off: so does AWS read a boolean that is left out. */
    private Answer setEnabled(QueryRequest request) {
        boolean enabled = Boolean.parseBoolean(request.text("Enabled").orElse("false"));
        database.writeAndWait(sql -> {
            sql.update("delete from sending_switch");
            return sql.update("insert into sending_switch (enabled) values (?)", enabled ? 1 : 0);
        });
        return new Answer.Done();
    }

    private Answer quota() {
        return new Answer.Result(Map.of(
                "Max24HourSend", rules.maxPerDay(),
                "MaxSendRate", rules.maxPerSecond(),
                "SentLast24Hours", (double) log.lastDay(clock.instant())));
    }

    private Answer statistics() {
        return new Answer.Result(Map.of(
                "SendDataPoints",
                log.dataPoints(clock.instant()).stream().map(Account::written).toList()));
    }

    private static Map<String, ?> written(DataPoint point) {
        return Map.of(
                "Timestamp", point.from(),
                "DeliveryAttempts", point.attempts(),
                "Bounces", point.bounces(),
                "Complaints", point.complaints(),
                "Rejects", point.rejects());
    }
}
