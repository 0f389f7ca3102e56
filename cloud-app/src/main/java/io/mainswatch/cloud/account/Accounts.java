package io.mainswatch.cloud.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The accounts in the database. */
public final class Accounts {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    public Accounts(DataSource database) {
        this.sql = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    /**
     * Adds the account, or the owners that an account of this name does not have yet. Whoever runs the command vouches for
     * the addresses, so they are mailed at once.
     */
    public UUID add(String name, List<EmailAddress> owners) {
        return transaction.execute(status -> {
            UUID id = sql.sql("insert into account (name) values (:name)"
                            + " on conflict (name) do update set name = excluded.name returning id")
                    .param("name", name)
                    .query(UUID.class)
                    .single();
            for (EmailAddress owner : owners) {
                sql.sql("insert into owner_email (account_id, address, state) values (:id, :address, 'confirmed')"
                                + " on conflict (account_id, lower(address)) do nothing")
                        .param("id", id)
                        .param("address", owner.text())
                        .update();
            }
            return id;
        });
    }

    public boolean exists(UUID id) {
        return sql.sql("select count(*) from account where id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** All accounts by name. */
    public List<Account> list() {
        Map<UUID, Account> accounts = new LinkedHashMap<>();
        sql.sql("select account.id, account.name, owner_email.address from account"
                        + " left join owner_email on owner_email.account_id = account.id"
                        + " order by account.name, owner_email.address")
                .query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    String name = row.getString("name");
                    String owner = row.getString("address");
                    Account account = accounts.computeIfAbsent(id, key -> new Account(key, name, new ArrayList<>()));
                    if (owner != null) {
                        account.owners().add(owner);
                    }
                });
        return List.copyOf(accounts.values());
    }
}
