package io.mainswatch.localaws;

import io.mainswatch.localaws.auth.AccessKeys;
import io.mainswatch.localaws.ses.FeedbackListener;
import io.mainswatch.localaws.ses.SesOptions;
import io.mainswatch.localaws.shadow.ShadowQuota;
import io.mainswatch.localaws.start.StartException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How a stand-in shall run. Only the data folder must be given. */
public final class LocalAwsBuilder {

    Path data;
    String host = "127.0.0.1";
    int mqttPort = 1883;
    int mqttsPort = 8883;
    List<String> certificateNames = List.of();
    int httpPort = 4566;
    Optional<Integer> sqsPort = Optional.empty();
    Optional<String> sesEventsQueue = Optional.empty();
    Optional<AccessKeys> keys = Optional.empty();
    Optional<Path> lines = Optional.empty();
    int shadowRequestsInFlight = ShadowQuota.AWS_IN_FLIGHT;
    int shadowRequestsPerSecond = ShadowQuota.AWS_PER_SECOND;
    Clock clock = Clock.systemUTC();
    Duration shortestKeepAlive = Duration.ofSeconds(30);
    Duration sessionLife = Duration.ofHours(1);
    SesOptions ses = SesOptions.DEFAULT;
    final List<FeedbackListener> feedback = new ArrayList<>();

    LocalAwsBuilder() {}

    /** The folder for everything that survives a restart; made if it is not there. */
    public LocalAwsBuilder data(Path folder) {
        data = folder;
        return this;
    }

    /** The address to listen on; this machine only unless changed. */
    public LocalAwsBuilder host(String address) {
        host = address;
        return this;
    }

    /** MQTT, with certificates and without, and HTTP on any free ports. */
    public LocalAwsBuilder freePorts() {
        return mqttPort(0).mqttsPort(0).httpPort(0);
    }

    /** 0 for any free port. */
    public LocalAwsBuilder mqttPort(int port) {
        mqttPort = port;
        return this;
    }

    /** The port for clients with certificates; 0 for any free one. */
    public LocalAwsBuilder mqttsPort(int port) {
        mqttsPort = port;
        return this;
    }

    /**
     * More names and addresses by which clients call this machine, for the server's certificate. It always has
     * localhost, 127.0.0.1, ::1 and the address to listen on.
     */
    public LocalAwsBuilder certificateNames(List<String> names) {
        certificateNames = List.copyOf(names);
        return this;
    }

    /** 0 for any free port. */
    public LocalAwsBuilder httpPort(int port) {
        httpPort = port;
        return this;
    }

    /** With SQS on this port, 0 for any free one; without this there is no SQS. */
    public LocalAwsBuilder sqsPort(int port) {
        sqsPort = Optional.of(port);
        return this;
    }

    /** The SQS queue that hears what became of each mail; made when it is not there. Needs {@link #sqsPort}. */
    public LocalAwsBuilder sesEventsQueue(String name) {
        sesEventsQueue = Optional.of(name);
        return this;
    }

    /** Lets only calls that are signed with one of these keys come to the AWS services; without this all may. */
    public LocalAwsBuilder accessKeys(AccessKeys accepted) {
        keys = Optional.of(accepted);
        return this;
    }

    /** The folder of simulated lines, for the plug on the console. */
    public LocalAwsBuilder lines(Path folder) {
        lines = Optional.of(folder);
        return this;
    }

    /** The keep-alive that a client gets who asks for less, 1 to 1200 whole seconds; AWS's 30 unless changed. */
    public LocalAwsBuilder shortestKeepAlive(Duration keepAlive) {
        shortestKeepAlive = keepAlive;
        return this;
    }

    /**
     * How long a persistent session outlives its connection, in whole seconds, at least 1; AWS's hour unless changed. An
     * MQTT 5 client may ask for another time. When the stand-in starts again, the time begins anew.
     */
    public LocalAwsBuilder sessionLife(Duration life) {
        sessionLife = life;
        return this;
    }

    /** How many shadow requests of one thing may wait for their answers, at least 1; AWS's 10 unless changed. */
    public LocalAwsBuilder shadowRequestsInFlight(int requests) {
        shadowRequestsInFlight = requests;
        return this;
    }

    /** How many shadow requests one thing may make in a second, at least 1; AWS's 20 unless changed. */
    public LocalAwsBuilder shadowRequestsPerSecond(int requests) {
        shadowRequestsPerSecond = requests;
        return this;
    }

    /**
     * Whether the mail service is in the sandbox, as a new account's is: 200 mails in 24 hours, one a second, from and
     * to verified addresses only. Off unless changed.
     */
    public LocalAwsBuilder sesSandbox(boolean on) {
        ses = ses.withSandbox(on);
        return this;
    }

    /** How many mails the inbox keeps, 1 or more; 10,000 unless changed. The oldest go. */
    public LocalAwsBuilder inboxLimit(int mails) {
        ses = ses.withInboxLimit(mails);
        return this;
    }

    /** Also tells this one what becomes of each mail. */
    public LocalAwsBuilder feedback(FeedbackListener listener) {
        feedback.add(listener);
        return this;
    }

    public LocalAwsBuilder clock(Clock time) {
        clock = time;
        return this;
    }

    /**
     * Starts it; all ports serve when this returns.
     *
     * @throws io.mainswatch.localaws.start.StartException if a port is taken or the folder cannot be used
     */
    public LocalAws start() {
        Objects.requireNonNull(data, "data: name the folder");
        if (sqsPort.isEmpty()) {
            sesEventsQueue.ifPresent(queue -> {
                throw StartException.eventsWithoutSqs(queue);
            });
        }
        return new LocalAws(this);
    }
}
