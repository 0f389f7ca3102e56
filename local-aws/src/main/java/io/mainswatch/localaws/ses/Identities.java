package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.store.Database;
import java.util.List;

/** Addresses and domains that are verified as senders: whoever asks is believed here. */
public final class Identities {

    private final Database database;

    public Identities(Database database) {
        this.database = database;
    }

    void verify(String address) {
        database.writeAndWait(sql -> sql.update("insert or ignore into identity (address) values (?)", address));
    }

    List<String> list() {
        return database.read(sql -> sql.list("select address from identity order by address", row -> row.getString(1)));
    }
}
