package io.mainswatch.localaws.console;

import io.mainswatch.localaws.console.MessageLog.Message;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.Page;
import io.mainswatch.localaws.http.RestJson;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** The message log over HTTP: {@code GET messages?thing=&after=}. */
public final class MessagesApi implements HttpApi {

    private static final int MAX_LISTED = 200;

    private final MessageLog log;

    public MessagesApi(MessageLog log) {
        this.log = log;
    }

    @Override
    public String knows() {
        return "its message log";
    }

    @Override
    public void mount(Router router) {
        router.get(ConsoleApi.API + "messages").handler(RestJson.answering(this::list));
    }

    private Object list(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<String> thing = Optional.ofNullable(request.getParam("thing")).filter(name -> !name.isBlank());
        String after = Optional.ofNullable(request.getParam("after")).orElse("0");
        return log.latest(thing.map(String::strip), Page.whole("after", after), MAX_LISTED).stream()
                .map(MessagesApi::json)
                .toList();
    }

    private static Object json(Message message) {
        return RestJson.object(
                "number", message.number(),
                "at", message.at().toString(),
                "topic", message.topic(),
                "sender", message.sender(),
                "bytes", message.bytes(),
                "complete", message.isComplete(),
                "payload", text(message.payload()));
    }

    /** As text if it is one; a payload that was cut may end in half a character, so its last bytes are let go. */
    private static String text(byte[] payload) {
        for (int cut = 0; cut < Math.min(4, payload.length + 1); cut++) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(payload, 0, payload.length - cut))
                        .toString();
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return HexFormat.ofDelimiter(" ").formatHex(payload);
    }
}
