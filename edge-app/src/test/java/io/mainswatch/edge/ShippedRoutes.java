package io.mainswatch.edge;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;

/** Some of the route files as they are shipped, in a Camel of their own, with the beans that a test gives them. */
public final class ShippedRoutes {

    private final CamelContext context = new DefaultCamelContext();
    private final List<String> files;

    public ShippedRoutes(String... files) {
        this.files = List.of(files);
    }

    public ShippedRoutes with(String name, Object bean) {
        context.getRegistry().bind(name, bean);
        return this;
    }

    /** The running Camel; whoever starts it stops it. */
    public CamelContext start() throws Exception {
        context.getPropertiesComponent().addInitialProperty("mainswatch.thing-name", "cabin");
        for (String file : files) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(PluginHelper.getResourceLoader(context)
                            .resolveResource("file:../routes/edge/" + file + ".camel.yaml"));
        }
        context.start();
        return context;
    }
}
