package io.mainswatch.localaws.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The catalogue: every fault that can be armed, by the name it has in the API. */
final class FaultKinds {

    private static final Parameter<String> THING =
            Parameter.text("thing", "The one client id that it strikes; all if left out.");
    private static final Parameter<String> ADDRESS =
            Parameter.text("address", "The one recipient that it strikes; all if left out.");
    private static final Parameter<String> SERVICE =
            Parameter.oneOfWords("service", "The one service that it strikes; all if left out.", Service.WORDS);

    private static final Parameter<Integer> CODE = Parameter.oneOf("code", "The error's code.", List.of(409, 429, 500));
    private static final Parameter<Duration> SKEW = Parameter.time(
            "skew", "What is added to the time stamp.", "120s", Duration.ofMinutes(-2), Duration.ofMinutes(2));
    private static final Parameter<Duration> EVERY = Parameter.time(
            "every", "The time from one cut to the next.", "1s", Duration.ofMillis(10), Duration.ofHours(1));
    private static final Duration BROKER_STOP = Duration.ofSeconds(10);

    private static final Parameter<Duration> EVENT_DELAY = delay("How late the event comes.", "5s");
    private static final Parameter<Duration> HOLD = delay("How long the event waits for the next at most.", "30s");
    private static final Parameter<Duration> ANSWER_DELAY = delay("How long a call waits.", "2s");
    private static final Parameter<Duration> HANG_UP = delay("After that time the connection closes.", "30s");
    private static final Parameter<Duration> MAIL_DELAY = delay("How late the mail arrives.", "60s");

    static final List<FaultKind> ALL = List.of(
            presence("duplicate", "An event comes twice.", PresenceFault.Duplicate::new),
            new FaultKind(
                    "presence-reorder",
                    PresenceFault.Reorder.class,
                    "An event comes after the next of its client.",
                    THING,
                    List.of(HOLD),
                    values -> new PresenceFault.Reorder(values.get(HOLD))),
            new FaultKind(
                    "presence-delay",
                    PresenceFault.Delay.class,
                    "An event comes late.",
                    THING,
                    List.of(EVENT_DELAY),
                    values -> new PresenceFault.Delay(values.get(EVENT_DELAY))),
            presence("drop", "An event never comes.", PresenceFault.Drop::new),
            new FaultKind(
                    "presence-skew",
                    PresenceFault.Skew.class,
                    "An event's time stamp is off.",
                    THING,
                    List.of(SKEW),
                    values -> new PresenceFault.Skew(values.get(SKEW))),
            new FaultKind(
                    "broker-stop",
                    BrokerFault.Stop.class,
                    "The broker's ports are closed; sessions are kept.",
                    null,
                    List.of(),
                    null,
                    BROKER_STOP,
                    values -> new BrokerFault.Stop()),
            new FaultKind(
                    "link-cut",
                    BrokerFault.LinkCut.class,
                    "Connections break, at once and as often as armed.",
                    THING,
                    List.of(EVERY),
                    1,
                    null,
                    values -> new BrokerFault.LinkCut(values.get(EVERY))),
            plain(
                    "puback-withhold",
                    "A client's message is taken but not acknowledged.",
                    THING,
                    BrokerFault.WithholdPuback::new),
            plain(
                    "deliver-twice",
                    "A message of QoS 1 comes to the subscriber twice.",
                    THING,
                    BrokerFault.DeliverTwice::new),
            new FaultKind(
                    "shadow-reject",
                    ServiceFault.ShadowReject.class,
                    "An update of a shadow is refused and not stored, by MQTT and HTTP.",
                    THING,
                    List.of(CODE),
                    values -> new ServiceFault.ShadowReject(values.get(CODE))),
            plain(
                    "registry-throttle",
                    "A call of the control plane is refused: ThrottlingException.",
                    null,
                    ServiceFault.RegistryThrottle::new),
            new FaultKind(
                    "http-slow",
                    ServiceFault.HttpSlow.class,
                    "A call waits before it is looked at.",
                    SERVICE,
                    List.of(ANSWER_DELAY),
                    values -> new ServiceFault.HttpSlow(values.get(ANSWER_DELAY))),
            plain("http-error", "A call fails with status 500.", SERVICE, ServiceFault.HttpError::new),
            mail("throttle", "A send is refused: too many a second.", MailFault.Throttle::new),
            mail("quota", "A send is refused: too many in 24 hours.", MailFault.Quota::new),
            mail("paused", "A send is refused: the account is paused.", MailFault.Paused::new),
            new FaultKind(
                    "ses-timeout",
                    MailFault.Timeout.class,
                    "A mail is taken and kept, but the caller gets no answer.",
                    ADDRESS,
                    List.of(HANG_UP),
                    values -> new MailFault.Timeout(values.get(HANG_UP))),
            new FaultKind(
                    "ses-delay",
                    MailFault.Delay.class,
                    "A mail arrives late.",
                    ADDRESS,
                    List.of(MAIL_DELAY),
                    values -> new MailFault.Delay(values.get(MAIL_DELAY))),
            mail("bounce-transient", "The mailbox is full.", MailFault.BounceTransient::new),
            mail("bounce-permanent", "There is no such mailbox.", MailFault.BouncePermanent::new),
            mail("complaint", "The reader calls the mail spam.", MailFault.Complaint::new),
            mail(
                    "suppressed",
                    "The address is on the account's suppression list: taken, never delivered.",
                    MailFault.Suppressed::new));

    private FaultKinds() {}

    /** @throws BadOrder if there is none of that name */
    static FaultKind named(String name) {
        return ALL.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadOrder(
                        "fault",
                        name,
                        "is not a kind of fault; use "
                                + String.join(
                                        ", ", ALL.stream().map(FaultKind::name).toList())));
    }

    static FaultKind of(Fault fault) {
        Optional<FaultKind> found =
                ALL.stream().filter(kind -> kind.type() == fault.getClass()).findFirst();
        return found.orElseThrow(() -> new IllegalStateException(fault + " is not in the catalogue"));
    }

    private static FaultKind presence(String name, String about, Supplier<? extends PresenceFault> fault) {
        return plain("presence-" + name, about, THING, fault);
    }

    private static FaultKind mail(String name, String about, Supplier<? extends MailFault> fault) {
        return plain("ses-" + name, about, ADDRESS, fault);
    }

    private static FaultKind plain(
            String name, String about, Parameter<String> filter, Supplier<? extends Fault> fault) {
        return new FaultKind(name, fault.get().getClass(), about, filter, List.of(), values -> fault.get());
    }

    private static Parameter<Duration> delay(String about, String fallback) {
        return Parameter.time("delay", about, fallback, Duration.ZERO, Duration.ofHours(24));
    }
}
