package io.mainswatch.edge.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes the steps in their order, and leaves out those that are pointless after a failure. */
public final class Inspection {

    private final List<Check> checks;

    public Inspection(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    /**
     * Takes all steps.
     *
     * @param onResult hears of each as soon as it is done
     */
    public List<Result> run(Consumer<Result> onResult) throws InterruptedException {
        List<Result> results = new ArrayList<>();
        for (Check check : checks) {
            Optional<Result> obstacle = results.stream()
                    .filter(result -> check.needs().contains(result.name()) && !result.isOk())
                    .findFirst();
            Finding finding = obstacle.isPresent() ? Finding.skipped(because(obstacle.get())) : check.look();
            Result result = new Result(check.name(), finding);
            results.add(result);
            onResult.accept(result);
        }
        return results;
    }

    private static String because(Result obstacle) {
        return "needs the step \"" + obstacle.name() + "\", which " + (obstacle.isFailed() ? "failed" : "was skipped");
    }
}
