package io.mainswatch.localaws.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.MqttProbe;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.DeleteConflictException;
import software.amazon.awssdk.services.iot.model.EffectivePolicy;
import software.amazon.awssdk.services.iot.model.InvalidRequestException;
import software.amazon.awssdk.services.iot.model.LimitExceededException;
import software.amazon.awssdk.services.iot.model.Policy;
import software.amazon.awssdk.services.iot.model.ResourceNotFoundException;

/** Policies that things have from their groups. */
class GroupPolicyTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static IotClient iot;

    @BeforeAll
    static void connect() {
        iot = AwsClients.iot(LOCAL.aws());
    }

    @AfterAll
    static void disconnect() {
        iot.close();
    }

    @Test
    void aPolicyOfAGroupHoldsForTheThingsInItAndInTheGroupsWithin() throws Exception {
        String outer = group("outer", null);
        group("inner", "outer");
        policy("outer-policy", ThingPolicy.OWN_TOPICS);
        Device lamp = Device.thing(LOCAL.aws(), iot, "lamp");
        iot.addThingToThingGroup(r -> r.thingName("lamp").thingGroupName("inner"));
        assertThatThrownBy(() -> lamp.connect("lamp")).isInstanceOf(MqttException.class);

        iot.attachPolicy(r -> r.policyName("outer-policy").target(outer));
        try (MqttProbe probe = lamp.connect("lamp")) {
            probe.publish("site/lamp/alive", "1");
            assertThat(probe.client().isConnected()).isTrue();

            iot.detachPolicy(r -> r.policyName("outer-policy").target(outer));
            probe.awaitClosed();
        }
    }

    @Test
    void aThingThatLeavesItsGroupOrLosesItHasItsPolicyNoMore() throws Exception {
        String yard = group("yard", null);
        policy("yard-policy", ThingPolicy.allow("iot:*"));
        iot.attachPolicy(r -> r.policyName("yard-policy").target(yard));
        Device gate = Device.thing(LOCAL.aws(), iot, "gate");

        iot.addThingToThingGroup(r -> r.thingName("gate").thingGroupName("yard"));
        try (MqttProbe probe = gate.connect("gate")) {
            iot.removeThingFromThingGroup(r -> r.thingName("gate").thingGroupName("yard"));
            probe.awaitClosed();
        }
        iot.addThingToThingGroup(r -> r.thingName("gate").thingGroupName("yard"));
        try (MqttProbe probe = gate.connect("gate")) {
            iot.deleteThingGroup(r -> r.thingGroupName("yard"));
            probe.awaitClosed();
        }
        assertThat(iot.listTargetsForPolicy(r -> r.policyName("yard-policy")).targets())
                .isEmpty();
    }

    @Test
    void aThingThatIsMovedBetweenGroupsWithTheSamePolicyStaysConnected() throws Exception {
        String house = group("house", null);
        group("upstairs", "house");
        group("downstairs", "house");
        policy("house-policy", ThingPolicy.OWN_TOPICS);
        iot.attachPolicy(r -> r.policyName("house-policy").target(house));
        Device cat = Device.thing(LOCAL.aws(), iot, "cat");
        iot.addThingToThingGroup(r -> r.thingName("cat").thingGroupName("upstairs"));

        try (MqttProbe probe = cat.connect("cat")) {
            for (int i = 0; i < 5; i++) {
                move("cat", "upstairs", "downstairs");
                move("cat", "downstairs", "upstairs");
            }
            probe.publish("site/cat/alive", "1");
            assertThat(probe.client().isConnected()).isTrue();
        }
    }

    @Test
    void itHoldsOnlyForTheThingThatTheClientIdNames() throws Exception {
        String hall = group("hall", null);
        policy("hall-policy", ThingPolicy.allow("iot:*"));
        iot.attachPolicy(r -> r.policyName("hall-policy").target(hall));
        Device bell = Device.thing(LOCAL.aws(), iot, "bell");
        iot.addThingToThingGroup(r -> r.thingName("bell").thingGroupName("hall"));
        iot.createThing(r -> r.thingName("chime"));
        iot.addThingToThingGroup(r -> r.thingName("chime").thingGroupName("hall"));

        assertThatThrownBy(() -> bell.connect("chime")).isInstanceOf(MqttException.class);
        assertThatThrownBy(() -> bell.connect("another")).isInstanceOf(MqttException.class);
        bell.connect("bell").close();
    }

    @Test
    void aDenyOfAGroupWinsOverAnAllowOfTheCertificate() throws Exception {
        String quarantine = group("quarantine", null);
        policy("everything", ThingPolicy.allow("iot:*"));
        policy("nothing", ThingPolicy.allow("iot:*").replace("Allow", "Deny"));
        iot.attachPolicy(r -> r.policyName("nothing").target(quarantine));
        Device pump = Device.thing(LOCAL.aws(), iot, "pump", "everything");

        try (MqttProbe probe = pump.connect("pump")) {
            iot.addThingToThingGroup(r -> r.thingName("pump").thingGroupName("quarantine"));
            probe.awaitClosed();
        }
        assertThatThrownBy(() -> pump.connect("pump")).isInstanceOf(MqttException.class);
    }

    @Test
    void whatIsAttachedIsListedFromBothEnds() throws Exception {
        String top = group("top", null);
        String middle = group("middle", "top");
        List.of("l-1", "l-2", "l-3").forEach(name -> policy(name, ThingPolicy.allow("iot:Connect")));
        iot.attachPolicy(r -> r.policyName("l-2").target(top));
        iot.attachPolicy(r -> r.policyName("l-1").target(middle));
        iot.attachPolicy(r -> r.policyName("l-2").target(middle));
        Device owner = Device.thing(LOCAL.aws(), iot, "owner", "l-2", "l-3");
        iot.addThingToThingGroup(r -> r.thingName("owner").thingGroupName("middle"));

        assertThat(attached(top, false)).containsExactly("l-2");
        assertThat(attached(middle, false)).containsExactly("l-1", "l-2");
        assertThat(attached(middle, true)).containsExactly("l-1", "l-2");
        iot.detachPolicy(r -> r.policyName("l-2").target(middle));
        assertThat(attached(middle, false)).containsExactly("l-1");
        assertThat(attached(middle, true)).containsExactly("l-1", "l-2");
        assertThat(iot.listTargetsForPolicyPaginator(r -> r.policyName("l-2").pageSize(1)).targets().stream())
                .containsExactlyInAnyOrder(top, owner.arn());

        assertThat(effective(owner.arn(), null)).containsExactly("l-2", "l-3");
        assertThat(effective(null, "owner")).containsExactly("l-1", "l-2");
        assertThat(effective(owner.arn(), "owner")).containsExactly("l-1", "l-2", "l-3");
        assertThat(effective(middle, null)).containsExactly("l-1", "l-2");
        assertThatThrownBy(() -> effective(null, null)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> effective(null, "nobody")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aGroupHasTwoPoliciesAtTheMostAndKeepsThemFromBeingDeleted() {
        String full = group("full", null);
        List.of("f-1", "f-2", "f-3").forEach(name -> policy(name, ThingPolicy.allow("iot:Connect")));
        iot.attachPolicy(r -> r.policyName("f-1").target(full));
        iot.attachPolicy(r -> r.policyName("f-2").target(full));

        iot.attachPolicy(r -> r.policyName("f-2").target(full));
        assertThatThrownBy(() -> iot.attachPolicy(r -> r.policyName("f-3").target(full)))
                .isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> iot.deletePolicy(r -> r.policyName("f-1")))
                .isInstanceOf(DeleteConflictException.class);
    }

    private static String group(String name, String parent) {
        return iot.createThingGroup(r -> r.thingGroupName(name).parentGroupName(parent))
                .thingGroupArn();
    }

    private static void move(String thing, String from, String to) {
        iot.updateThingGroupsForThing(
                r -> r.thingName(thing).thingGroupsToRemove(from).thingGroupsToAdd(to));
    }

    private static void policy(String name, String document) {
        iot.createPolicy(r -> r.policyName(name).policyDocument(document));
    }

    private static List<String> attached(String target, boolean recursive) {
        return iot.listAttachedPolicies(r -> r.target(target).recursive(recursive)).policies().stream()
                .map(Policy::policyName)
                .toList();
    }

    private static List<String> effective(String principal, String thing) {
        return iot.getEffectivePolicies(r -> r.principal(principal).thingName(thing)).effectivePolicies().stream()
                .map(EffectivePolicy::policyName)
                .toList();
    }
}
