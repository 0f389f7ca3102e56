package io.mainswatch.routecheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.suggest.CatalogSuggestionStrategy;

/** Camel's catalog, completed by the components found on the class path as Camel itself finds them. */
final class Components {

    private static final String SERVICES = "META-INF/services/org/apache/camel/component/";

    private final DefaultCamelCatalog catalog = new DefaultCamelCatalog(true);

    Components() {
        catalog.setSuggestionStrategy(new CatalogSuggestionStrategy());
    }

    DefaultCamelCatalog catalog() {
        return catalog;
    }

    /** Whether the scheme is known, after a look at the class path for one that is not Camel's own. */
    boolean knows(String scheme) {
        if (catalog.componentJSonSchema(scheme) != null) {
            return true;
        }
        try (InputStream service = open(SERVICES + scheme)) {
            if (service == null) {
                return false;
            }
            Properties properties = new Properties();
            properties.load(service);
            String className = properties.getProperty("class");
            String folder = className.substring(0, className.lastIndexOf('.')).replace('.', '/');
            return add(scheme, className, "META-INF/" + folder + "/" + scheme + ".json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean add(String scheme, String className, String resource) throws IOException {
        try (InputStream json = open(resource)) {
            if (json == null) {
                return false;
            }
            catalog.addComponent(scheme, className, new String(json.readAllBytes(), StandardCharsets.UTF_8));
            return true;
        }
    }

    private static InputStream open(String resource) {
        return Components.class.getClassLoader().getResourceAsStream(resource);
    }
}
