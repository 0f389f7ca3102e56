package io.mainswatch.localaws.rules;

import io.mainswatch.localaws.rules.sql.RuleMessage;
import io.mainswatch.localaws.rules.sql.Template;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletionStage;

/**
 * Puts it on a queue of this stand-in: the one whose name ends the URL, so that a rule stays good when the port changes.
 *
 * @param base64 whether the queue gets base64 instead of the text
 */
record SqsAction(Template queueUrl, boolean base64) implements RuleAction {

    @Override
    public String name() {
        return "SqsAction";
    }

    @Override
    public String resource(RuleMessage message) {
        String url = queueUrl.fill(message);
        return url.substring(url.lastIndexOf('/') + 1);
    }

    @Override
    public CompletionStage<Void> perform(Delivery delivery, byte[] result, Outlets outlets) {
        String body = base64 ? Base64.getEncoder().encodeToString(result) : text(result);
        return outlets.queues().send(resource(delivery.message()), body);
    }

    private static String text(byte[] result) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(result))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ActionException("InvalidMessageContents: the message is not text; set useBase64");
        }
        if (text.isEmpty()) {
            throw new ActionException("MissingParameter: the message is empty, which SQS does not take");
        }
        if (!text.codePoints().allMatch(SqsAction::isAllowed)) {
            throw new ActionException(
                    "InvalidMessageContents: the message has characters that SQS does not take; set" + " useBase64");
        }
        return text;
    }

    /** API reference of SQS, SendMessage. */
    private static boolean isAllowed(int character) {
        return character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000
                || character == '\t'
                || character == '\n'
                || character == '\r';
    }
}
