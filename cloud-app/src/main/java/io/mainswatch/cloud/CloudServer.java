package io.mainswatch.cloud;

import freemarker.template.Configuration;
import io.mainswatch.cloud.account.ThingAccounts;
import io.mainswatch.cloud.database.Database;
import io.mainswatch.cloud.database.DatabaseHealth;
import io.mainswatch.cloud.database.Transactions;
import io.mainswatch.cloud.event.Events;
import io.mainswatch.cloud.inbox.Cause;
import io.mainswatch.cloud.inbox.InboxEntries;
import io.mainswatch.cloud.inbox.StoreNotice;
import io.mainswatch.cloud.intake.IntakeComponent;
import io.mainswatch.cloud.notification.MailFactsReader;
import io.mainswatch.cloud.notification.MailMessages;
import io.mainswatch.cloud.notification.MailTemplates;
import io.mainswatch.cloud.notification.Refusals;
import io.mainswatch.cloud.runtime.CamelFactory;
import io.mainswatch.cloud.settings.CloudSettings;
import io.mainswatch.cloud.settings.ManagementPort;
import io.mainswatch.cloud.settings.RequiredFolders;
import io.mainswatch.cloud.shadow.ShadowDocuments;
import io.mainswatch.settings.Settings;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.camel.main.Main;

/** The running cloud app: the database, then Camel with the routes and the beans they name; stopped in the opposite order. */
public final class CloudServer implements AutoCloseable {

    private final Database database;
    private final Main main;

    private CloudServer(Database database, Main main) {
        this.database = database;
        this.main = main;
    }

    /** Starts everything and returns when it serves. The broker may come later; the database is waited for. */
    public static CloudServer start(Settings settings, Clock clock) throws Exception {
        RequiredFolders.check(settings, CloudSettings.ROUTES, CloudSettings.TEMPLATES);
        ManagementPort.check(settings);
        Configuration templates = MailTemplates.in(settings.path(CloudSettings.TEMPLATES));
        Database database = Database.open(settings);
        CloudServer server = new CloudServer(database, camel(settings, clock, database.dataSource(), templates));
        try {
            server.main.start();
            return server;
        } catch (Exception e) {
            server.close();
            throw e;
        }
    }

    public DataSource dataSource() {
        return database.dataSource();
    }

    @Override
    public void close() {
        main.stop();
        database.close();
    }

    private static Main camel(Settings settings, Clock clock, DataSource database, Configuration templates) {
        Optional<String> publicUrl = settings.find(CloudSettings.PUBLIC_URL);
        Transactions transactions = new Transactions(database);
        Main main = CamelFactory.create(settings, "server.properties");
        main.bind("database", database);
        main.bind("transaction", transactions.whole());
        main.bind("savepoint", transactions.savepoint());
        main.bind("databaseHealth", new DatabaseHealth(database));
        main.bind("paho-mqtt5", new IntakeComponent());
        main.bind("inboxEntries", new InboxEntries());
        main.bind("cause", new Cause());
        main.bind("storeNotice", new StoreNotice());
        main.bind("shadowDocuments", new ShadowDocuments());
        main.bind("thingAccounts", new ThingAccounts());
        main.bind("events", new Events());
        main.bind("mailFacts", new MailFactsReader(publicUrl.orElse(null)));
        main.bind("mailTemplates", templates);
        main.bind(
                "mailMessages",
                new MailMessages(
                        settings.text(CloudSettings.MAIL_FROM),
                        settings.find(CloudSettings.MAIL_REPLY_TO),
                        publicUrl,
                        clock));
        main.bind("refusals", new Refusals());
        return main;
    }
}
