package io.mainswatch.edge.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What plays AWS in a rehearsal: a door with TLS on this machine only, behind which every report is accepted. After the
 * first one it asks for a fresh one, as the cloud may; when that has come and been accepted, the rehearsal is over.
 *
 * <p>It speaks as much MQTT 3.1.1 as the edge does: the packets named by their numbers in section 2.2.1 of the standard.
 */
public final class Stage implements AutoCloseable {

    /** The name by which the device calls it. */
    public static final String HOST = "localhost";

    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String UPDATE = "/shadow/update";

    private static final int CONNECT = 1;
    private static final int PUBLISH = 3;
    private static final int SUBSCRIBE = 8;
    private static final int PINGREQ = 12;
    private static final int DISCONNECT = 14;

    private static final int QOS_BITS = 0b110;
    private static final int MORE = 0x80;
    private static final int PACKET_ID = 2;

    private final SSLServerSocket door;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private int answered;

    /** Opens the door, at a free port of this machine. */
    public Stage(SSLContext tls) throws IOException {
        door = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        door.setNeedClientAuth(true);
        Thread thread = new Thread(this::receive, "stage");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Done when the last report has been answered. */
    public CompletableFuture<Void> over() {
        return over;
    }

    private void receive() {
        while (!door.isClosed()) {
            try (Socket device = door.accept()) {
                converse(new DataInputStream(device.getInputStream()), new DataOutputStream(device.getOutputStream()));
            } catch (IOException e) {
                LOG.debug("The device has left", e);
            }
        }
    }

    private void converse(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            int head = in.readUnsignedByte();
            byte[] body = in.readNBytes(length(in));
            switch (head >> 4) {
                case CONNECT -> send(out, 0x20, new byte[] {0, 0});
                case SUBSCRIBE -> send(out, 0x90, new byte[] {body[0], body[1], 1});
                case PINGREQ -> send(out, 0xd0, new byte[0]);
                case PUBLISH -> {
                    int topic = 2 + ((body[0] & 0xff) << 8 | body[1] & 0xff);
                    int payload = topic;
                    if ((head & QOS_BITS) != 0) {
                        send(out, 0x40, new byte[] {body[topic], body[topic + 1]});
                        payload += PACKET_ID;
                    }
                    answer(
                            out,
                            new String(body, 2, topic - 2, StandardCharsets.UTF_8),
                            JSON.readTree(body, payload, body.length - payload));
                }
                case DISCONNECT -> {
                    return;
                }
                default -> LOG.debug("A packet of the kind {} needs no answer", head >> 4);
            }
        }
    }

    private void answer(DataOutputStream out, String topic, JsonNode update) throws IOException {
        if (!topic.endsWith(UPDATE)) {
            return;
        }
        answered++;
        ObjectNode accepted = JSON.createObjectNode().put("version", answered).put("timestamp", 0);
        accepted.set("clientToken", update.path("clientToken"));
        accepted.set("state", update.path("state"));
        publish(out, topic + "/accepted", accepted);
        if (answered == 1) {
            ObjectNode delta = JSON.createObjectNode().put("version", answered).put("timestamp", 0);
            delta.putObject("state").put("report", "rehearsal");
            publish(out, topic + "/delta", delta);
        } else if (update.at("/state/reported/report").asText().equals("rehearsal")) {
            over.complete(null);
        }
    }

    private static void publish(DataOutputStream out, String topic, JsonNode content) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream packet = new DataOutputStream(body);
        packet.writeUTF(topic);
        packet.write(JSON.writeValueAsBytes(content));
        send(out, 0x30, body.toByteArray());
    }

    private static void send(DataOutputStream out, int head, byte[] body) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(head);
        int rest = body.length;
        while (rest >= MORE) {
            packet.write(rest % MORE | MORE);
            rest /= MORE;
        }
        packet.write(rest);
        packet.write(body);
        out.write(packet.toByteArray());
        out.flush();
    }

    private static int length(DataInputStream in) throws IOException {
        int length = 0;
        int factor = 1;
        int digit;
        do {
            digit = in.readUnsignedByte();
            length += (digit & (MORE - 1)) * factor;
            factor *= MORE;
        } while ((digit & MORE) != 0);
        return length;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
