package io.mainswatch.localaws.broker;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttSubscribePayload;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption.RetainedHandlingPolicy;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * AWS hands a retained message only to a subscription whose filter is that very topic (developer guide, "MQTT"). MQTT 5 has
 * an option by which a client asks for none; a subscription with wildcards gets it here, before Artemis sees it.
 */
final class RetainedOnExactFilters extends ChannelInboundHandlerAdapter {

    private RetainedOnExactFilters() {}

    /** Takes effect with the next packet. To be called on the connection's own thread, where packets are decoded. */
    static void impose(RemotingConnection connection) {
        ChannelPipeline handlers = Farewell.channel(connection).pipeline();
        handlers.addAfter(handlers.context(MqttDecoder.class).name(), null, new RetainedOnExactFilters());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object packet) {
        context.fireChannelRead(packet instanceof MqttSubscribeMessage subscribe ? rewritten(subscribe) : packet);
    }

    private static MqttSubscribeMessage rewritten(MqttSubscribeMessage subscribe) {
        return new MqttSubscribeMessage(
                subscribe.fixedHeader(),
                subscribe.idAndPropertiesVariableHeader(),
                new MqttSubscribePayload(subscribe.payload().topicSubscriptions().stream()
                        .map(RetainedOnExactFilters::rewritten)
                        .toList()));
    }

    private static MqttTopicSubscription rewritten(MqttTopicSubscription asked) {
        String filter = asked.topicFilter();
        if (!filter.contains("+") && !filter.contains("#")) {
            return asked;
        }
        MqttSubscriptionOption option = asked.option();
        return new MqttTopicSubscription(
                filter,
                new MqttSubscriptionOption(
                        option.qos(),
                        option.isNoLocal(),
                        option.isRetainAsPublished(),
                        RetainedHandlingPolicy.DONT_SEND_AT_SUBSCRIBE));
    }
}
