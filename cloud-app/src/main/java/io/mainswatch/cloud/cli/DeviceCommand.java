package io.mainswatch.cloud.cli;

import io.mainswatch.cloud.account.Accounts;
import io.mainswatch.cloud.account.Site;
import io.mainswatch.cloud.account.Sites;
import io.mainswatch.cloud.account.ThingAccounts;
import io.mainswatch.cloud.registry.DeviceRegistry;
import io.mainswatch.settings.Settings;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.iot.model.ThingAttribute;

/** {@code device add} and {@code device list}. */
@Command(
        name = "device",
        mixinStandardHelpOptions = true,
        description = "Devices: whose they are and how their sites are called.",
        subcommands = {DeviceCommand.Add.class, DeviceCommand.ListAll.class})
public final class DeviceCommand implements Runnable {

    private static final Pattern THING = Pattern.compile("[a-zA-Z0-9:_-]{1,128}");

    @ParentCommand
    private Configured app;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which one: device add, or device list?");
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description =
                    "Adds a device to the registry and names its site; a known one gets the new account and name.")
    static final class Add implements Callable<Integer> {

        @ParentCommand
        private DeviceCommand parent;

        @Parameters(paramLabel = "THING", description = "The device's thing name.")
        private String thing;

        @Option(names = "--account", required = true, description = "The id of its account, see: account list.")
        private UUID account;

        @Option(names = "--name", required = true, description = "The site's name, as owners will read it.")
        private String name;

        @Option(
                names = "--zone",
                defaultValue = "UTC",
                description = "The zone of the site's times, for example Europe/Berlin (default: ${DEFAULT-VALUE}).")
        private String zone;

        @Override
        public Integer call() throws Exception {
            Site site = site();
            Settings settings = parent.app.settings();
            DataSource database = CommandDatabase.open(settings);
            if (!new Accounts(database).exists(account)) {
                throw new CommandException("There is no account " + account + ". See account list, or account add.");
            }
            try (DeviceRegistry registry = DeviceRegistry.start(settings)) {
                registry.registerThing(thing, Map.of(ThingAccounts.ATTRIBUTE, account.toString()));
            }
            new Sites(database).put(site);
            System.out.println(thing);
            return 0;
        }

        private Site site() {
            if (!THING.matcher(thing).matches()) {
                throw new CommandException(
                        thing + ": a thing name has 1 to 128 letters, digits, colons, underscores and hyphens.");
            }
            try {
                return new Site(thing, Names.checked("--name", name), ZoneId.of(zone));
            } catch (DateTimeException e) {
                throw new CommandException("--zone " + zone + ": must be a zone such as Europe/Berlin or UTC.");
            }
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the things of the registry with account, site and zone.")
    static final class ListAll implements Callable<Integer> {

        @ParentCommand
        private DeviceCommand parent;

        @Override
        public Integer call() throws Exception {
            Settings settings = parent.app.settings();
            Map<String, Site> sites = new Sites(CommandDatabase.open(settings))
                    .list().stream().collect(Collectors.toMap(Site::thing, Function.identity()));
            try (DeviceRegistry registry = DeviceRegistry.start(settings)) {
                registry.things().forEach(thing -> System.out.println(line(thing, sites.get(thing.thingName()))));
            }
            return 0;
        }

        private static String line(ThingAttribute thing, Site site) {
            String account = thing.attributes().getOrDefault(ThingAccounts.ATTRIBUTE, "no account");
            String where =
                    site == null ? "no site" : site.name() + "  " + site.zone().getId();
            return thing.thingName() + "  " + account + "  " + where;
        }
    }
}
