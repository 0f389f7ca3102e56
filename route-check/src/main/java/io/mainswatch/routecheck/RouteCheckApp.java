package io.mainswatch.routecheck;

import java.nio.file.Files;
import java.nio.file.Path;

/** {@code ./mainswatch check}: exit status 0 if all is well, 1 if something was found, 2 if it could not look. */
public final class RouteCheckApp {

    private RouteCheckApp() {}

    /** @param args the folder of routes and the folder of configuration; {@code routes} and {@code config} if absent */
    public static void main(String[] args) {
        Path routes = Path.of(args.length > 0 ? args[0] : "routes");
        Path config = Path.of(args.length > 1 ? args[1] : "config");
        for (Path folder : new Path[] {routes, config}) {
            if (!Files.isDirectory(folder)) {
                System.err.println(folder + ": is not a folder. Use: mainswatch check [ROUTES [CONFIG]]");
                System.exit(2);
            }
        }
        OperatorCheck.Report report = new OperatorCheck(System.getenv()).check(routes, config);
        report.findings().forEach(System.out::println);
        String looked = report.routes() + " route files and " + report.configurations() + " configuration files";
        System.out.println(
                report.findings().isEmpty()
                        ? "Checked " + looked + ": all is well."
                        : "Checked " + looked + ": " + report.findings().size() + " to mend.");
        System.exit(report.findings().isEmpty() ? 0 : 1);
    }
}
