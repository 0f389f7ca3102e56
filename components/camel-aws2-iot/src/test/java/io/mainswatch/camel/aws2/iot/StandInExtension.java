package io.mainswatch.camel.aws2.iot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the {@link StandIn}: one for all classes, closed at the end, as each start takes a second or two. */
public final class StandInExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == StandIn.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.create(StandInExtension.class))
                .getOrComputeIfAbsent(StandIn.class, type -> started(), StandIn.class);
    }

    private static StandIn started() {
        try {
            return new StandIn(Files.createTempDirectory(Path.of("target"), "stand-in"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("The stand-in or the routes of the page do not start", e);
        }
    }
}
