package io.mainswatch.localaws.ses;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The member {@code mail} of an event ("Contents of event data", SES developer guide). */
final class MailJson {

    /** SES gives no more of the headers than this many characters. */
    private static final int MAX_HEADERS = 10 * 1024;

    private static final String ACCOUNT = "000000000000";

    private MailJson() {}

    static ObjectNode of(Outgoing mail, Instant sentAt) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("timestamp", EventJson.time(sentAt));
        json.put("source", mail.from());
        json.put("sourceArn", "arn:aws:ses:eu-west-1:" + ACCOUNT + ":identity/" + Addresses.plain(mail.from()));
        json.put("sendingAccountId", ACCOUNT);
        json.put("messageId", mail.messageId());
        fill(json.putArray("destination"), mail.to());
        InternetHeaders headers = headers(mail.raw());
        json.put("headersTruncated", false);
        list(json, headers);
        common(json.putObject("commonHeaders"), mail, headers);
        tags(json.putObject("tags"), mail);
        return json;
    }

    private static void list(ObjectNode json, InternetHeaders headers) {
        ArrayNode listed = json.putArray("headers");
        int characters = 0;
        for (Header header : Collections.list(headers.getAllHeaders())) {
            String value = MimeUtility.unfold(header.getValue());
            characters += header.getName().length() + value.length();
            if (characters > MAX_HEADERS) {
                json.put("headersTruncated", true);
                return;
            }
            listed.addObject().put("name", header.getName()).put("value", value);
        }
    }

    private static void common(ObjectNode common, Outgoing mail, InternetHeaders headers) {
        addresses(common, "from", headers.getHeader("From", ","));
        addresses(common, "replyTo", headers.getHeader("Reply-To", ","));
        Optional.ofNullable(headers.getHeader("Date", null)).ifPresent(date -> common.put("date", date));
        addresses(common, "to", headers.getHeader("To", ","));
        addresses(common, "cc", headers.getHeader("Cc", ","));
        common.put("messageId", mail.messageId());
        common.put("subject", mail.subject());
    }

    private static void addresses(ObjectNode common, String member, String header) {
        if (header == null) {
            return;
        }
        try {
            List<String> addresses = Arrays.stream(InternetAddress.parseHeader(MimeUtility.unfold(header), false))
                    .map(InternetAddress::toString)
                    .toList();
            fill(common.putArray(member), addresses);
        } catch (AddressException e) {
            common.putArray(member).add(header);
        }
    }

    private static void tags(ObjectNode tags, Outgoing mail) {
        mail.labels()
                .configurationSet()
                .ifPresent(set -> tags.putArray("ses:configuration-set").add(set));
        tags.putArray("ses:from-domain").add(Addresses.domain(mail.from()));
        mail.labels().tags().forEach((name, value) -> tags.putArray(name).add(value));
    }

    private static void fill(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static InternetHeaders headers(byte[] raw) {
        try {
            return new InternetHeaders(new ByteArrayInputStream(raw));
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail that was written has no headers", e);
        }
    }
}
