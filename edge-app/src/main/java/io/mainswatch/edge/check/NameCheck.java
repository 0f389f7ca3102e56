package io.mainswatch.edge.check;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Whether the endpoint's name has an address. */
public final class NameCheck implements Check {

    static final String NAME = "DNS";

    private final String host;

    public NameCheck(String host) {
        this.host = host;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        long began = System.nanoTime();
        try {
            String addresses = Arrays.stream(InetAddress.getAllByName(host))
                    .map(InetAddress::getHostAddress)
                    .collect(Collectors.joining(", "));
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            return Finding.ok(
                    addresses.equals(host)
                            ? host + " is an address"
                            : host + " is " + addresses + ", after " + millis + " ms");
        } catch (UnknownHostException e) {
            return Finding.failed(
                    "the name " + host + " cannot be resolved",
                    "see that the network is up and gives a DNS server (resolvectl status), and that"
                            + " mainswatch.endpoint is what \"aws iot describe-endpoint --endpoint-type iot:Data-ATS\""
                            + " says");
        }
    }
}
