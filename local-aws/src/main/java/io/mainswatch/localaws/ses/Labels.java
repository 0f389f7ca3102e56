package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.http.AwsError;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a sender attached to a mail for its events. SES takes it from the call, or else from the mail's headers {@code
 * X-SES-CONFIGURATION-SET} and {@code X-SES-MESSAGE-TAGS: name=value, name=value}.
 */
record Labels(Optional<String> configurationSet, Map<String, String> tags) {

    private static final String SET = "ConfigurationSetName";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,256}");
    private static final Pattern VALUE = Pattern.compile("[a-zA-Z0-9_.@-]{1,256}");

    static Labels of(QueryRequest request) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 1; request.text("Tags.member." + i + ".Name").isPresent(); i++) {
            String tag = "Tags.member." + i;
            add(tags, request.required(tag + ".Name"), request.required(tag + ".Value"));
        }
        return new Labels(request.text(SET), tags);
    }

    /** If the call has tags, those in the header do not count; so it is with the configuration set. */
    static Labels of(QueryRequest request, MimeMessage mail) throws MessagingException {
        Labels called = of(request);
        Optional<String> set = called.configurationSet()
                .or(() -> header(mail, "X-SES-CONFIGURATION-SET").map(String::trim));
        return new Labels(set, called.tags().isEmpty() ? tags(mail) : called.tags());
    }

    private static Map<String, String> tags(MimeMessage mail) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : header(mail, "X-SES-MESSAGE-TAGS").orElse("").split(",")) {
            if (!tag.isBlank()) {
                String[] pair = tag.split("=", 2);
                add(tags, pair[0].trim(), pair.length == 2 ? pair[1].trim() : "");
            }
        }
        return tags;
    }

    private static Optional<String> header(MimeMessage mail, String name) {
        try {
            return Optional.ofNullable(mail.getHeader(name, ","));
        } catch (MessagingException e) {
            throw new AwsError(400, "InvalidParameterValue", "Header " + name + ": " + e.getMessage());
        }
    }

    private static void add(Map<String, String> tags, String name, String value) {
        if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
            throw new AwsError(
                    400,
                    "InvalidParameterValue",
                    "Message tag '" + name + "=" + value
                            + "': names take letters, digits, _ and -, values also . and @," + " 1 to 256 of them");
        }
        tags.put(name, value);
    }
}
