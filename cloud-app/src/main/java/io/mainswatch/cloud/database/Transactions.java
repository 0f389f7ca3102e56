package io.mainswatch.cloud.database;

import javax.sql.DataSource;
import org.apache.camel.spi.TransactedPolicy;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The policies of the routes' {@code transacted} steps. */
public final class Transactions {

    private final DataSourceTransactionManager manager;

    public Transactions(DataSource database) {
        manager = new DataSourceTransactionManager(database);
    }

    /** Bean {@code transaction}: the steps are stored together or not at all. */
    public TransactedPolicy whole() {
        return new SpringTransactionPolicy(manager);
    }

    /** Bean {@code savepoint}: a failure undoes the steps, and the transaction around them can still store that. */
    public TransactedPolicy savepoint() {
        TransactionTemplate template = new TransactionTemplate(manager);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return new SpringTransactionPolicy(template);
    }
}
