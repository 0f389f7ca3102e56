package io.mainswatch.localaws.broker;

import io.mainswatch.localaws.LocalAws;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** MQTT by hand, for what a well-behaved client cannot be made to send. Packets are shorter than 128 bytes. */
final class RawClient implements AutoCloseable {

    static final int MQTT_3 = 4;
    static final int MQTT_5 = 5;

    private final Socket socket;
    private final DataInputStream answers;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.answers = new DataInputStream(socket.getInputStream());
    }

    static RawClient open(LocalAws aws) throws IOException {
        RawClient client = new RawClient(new Socket("127.0.0.1", aws.mqttPort()));
        client.socket.setSoTimeout(10_000);
        return client;
    }

    /** Sends a CONNECT; the CONNACK is still to be read. */
    static RawClient connect(LocalAws aws, String clientId, int level, int keepAliveSeconds) throws IOException {
        RawClient client = open(aws);
        client.send(connect(clientId, level, keepAliveSeconds));
        return client;
    }

    /** A CONNECT with a clean session. */
    static byte[] connect(String clientId, int level, int keepAliveSeconds) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        rest.writeBytes(new byte[] {0, 4, 'M', 'Q', 'T', 'T', (byte) level, 2, 0, (byte) keepAliveSeconds});
        if (level == MQTT_5) {
            rest.write(0);
        }
        rest.write(0);
        rest.write(clientId.length());
        rest.writeBytes(clientId.getBytes(StandardCharsets.US_ASCII));
        return packet(0x10, rest.toByteArray());
    }

    static byte[] packet(int type, byte... rest) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(type);
        packet.write(rest.length);
        packet.writeBytes(rest);
        return packet.toByteArray();
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** The next packet: its first byte, and then what follows its length. */
    byte[] read() throws IOException {
        byte first = answers.readByte();
        byte[] packet = new byte[1 + answers.readByte()];
        packet[0] = first;
        answers.readFully(packet, 1, packet.length - 1);
        return packet;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
