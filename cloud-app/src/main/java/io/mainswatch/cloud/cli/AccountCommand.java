package io.mainswatch.cloud.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.cloud.account.Account;
import io.mainswatch.cloud.account.Accounts;
import io.mainswatch.cloud.account.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code account add} and {@code account list}. */
@Command(
        name = "account",
        mixinStandardHelpOptions = true,
        description = "Accounts: who is told.",
        subcommands = {AccountCommand.Add.class, AccountCommand.ListAll.class})
public final class AccountCommand implements Runnable {

    @ParentCommand
    private Configured app;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which one: account add, or account list?");
    }

    private Accounts accounts() {
        return new Accounts(CommandDatabase.open(app.settings()));
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds an account, or owners to the account of that name, and prints its id.")
    static final class Add implements Callable<Integer> {

        @ParentCommand
        private AccountCommand parent;

        @Option(names = "--name", required = true, description = "The account's name, 1 to 200 characters.")
        private String name;

        @Option(
                names = "--owner",
                required = true,
                arity = "1..*",
                paramLabel = "E-MAIL",
                converter = AddressConverter.class,
                description = "An address to be mailed; may be given several times.")
        private List<EmailAddress> owners;

        @Option(names = "--json", description = "Prints a JSON object instead of the bare id.")
        private boolean json;

        @Override
        public Integer call() throws Exception {
            String shown = Names.checked("--name", name);
            UUID id = parent.accounts().add(shown, owners);
            System.out.println(
                    json ? new ObjectMapper().writeValueAsString(Map.of("id", id, "name", shown)) : id.toString());
            return 0;
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists accounts with their owners.")
    static final class ListAll implements Callable<Integer> {

        @ParentCommand
        private AccountCommand parent;

        @Override
        public Integer call() {
            for (Account account : parent.accounts().list()) {
                System.out.println(account.id() + "  " + account.name() + "  " + String.join(", ", account.owners()));
            }
            return 0;
        }
    }
}
