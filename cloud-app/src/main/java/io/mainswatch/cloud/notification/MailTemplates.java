package io.mainswatch.cloud.notification;

import freemarker.cache.FileTemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How FreeMarker reads the operator's templates: UTF-8 on every machine; {@code .ftlh} escapes for HTML by itself; a mistake
 * fails the mail, which is then tried again, rather than printing the mistake to an owner. An edited template counts within
 * seconds.
 */
public final class MailTemplates {

    private MailTemplates() {}

    public static Configuration in(Path folder) throws IOException {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(new FileTemplateLoader(folder.toFile()));
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ENGLISH);
        configuration.setLocalizedLookup(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return configuration;
    }
}
