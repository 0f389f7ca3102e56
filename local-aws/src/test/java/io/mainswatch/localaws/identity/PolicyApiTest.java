package io.mainswatch.localaws.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAwsExtension;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.CreatePolicyVersionResponse;
import software.amazon.awssdk.services.iot.model.DeleteConflictException;
import software.amazon.awssdk.services.iot.model.GetPolicyResponse;
import software.amazon.awssdk.services.iot.model.GetPolicyVersionResponse;
import software.amazon.awssdk.services.iot.model.InvalidRequestException;
import software.amazon.awssdk.services.iot.model.LimitExceededException;
import software.amazon.awssdk.services.iot.model.MalformedPolicyException;
import software.amazon.awssdk.services.iot.model.Policy;
import software.amazon.awssdk.services.iot.model.PolicyVersion;
import software.amazon.awssdk.services.iot.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.iot.model.ResourceNotFoundException;
import software.amazon.awssdk.services.iot.model.VersionsLimitExceededException;

/** Policies, their versions, and what they and certificates are attached to. */
class PolicyApiTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static final String CONNECT = ThingPolicy.allow("iot:Connect");
    private static final String PUBLISH = ThingPolicy.allow("iot:Publish");

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
    void aPolicyIsKeptAsItCame() {
        assertThat(iot.createPolicy(r -> r.policyName("kept+=,.@-1").policyDocument(CONNECT))
                        .policyVersionId())
                .isEqualTo("1");

        GetPolicyResponse found = iot.getPolicy(r -> r.policyName("kept+=,.@-1"));
        assertThat(found.policyDocument()).isEqualTo(CONNECT);
        assertThat(found.defaultVersionId()).isEqualTo("1");
        assertThat(found.policyArn()).endsWith(":policy/kept+=,.@-1");
        assertThat(found.creationDate()).isNotNull();
        assertThatThrownBy(() -> create("kept+=,.@-1")).isInstanceOf(ResourceAlreadyExistsException.class);
        assertThatThrownBy(() -> iot.getPolicy(r -> r.policyName("none")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> create("no spaces")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aPolicyThatIsNotUnderstoodIsRefusedWithWhatIsWrong() {
        String byAddress = CONNECT.replace("\"Resource\"", "\"Condition\": {\"IpAddress\": {}}, \"Resource\"");

        assertThatThrownBy(() -> iot.createPolicy(r -> r.policyName("bad").policyDocument(byAddress)))
                .isInstanceOf(MalformedPolicyException.class)
                .hasMessageContaining("Condition IpAddress is not understood");
    }

    @Test
    void thereAreFiveVersionsAtTheMostAndOneCounts() {
        create("versions");
        CreatePolicyVersionResponse second = version("versions", true);
        assertThat(second.policyVersionId()).isEqualTo("2");
        assertThat(second.isDefaultVersion()).isTrue();
        IntStream.rangeClosed(3, 5).forEach(i -> version("versions", false));

        assertThatThrownBy(() -> version("versions", false)).isInstanceOf(VersionsLimitExceededException.class);
        assertThat(iot.listPolicyVersions(r -> r.policyName("versions")).policyVersions())
                .extracting(PolicyVersion::versionId)
                .containsExactly("5", "4", "3", "2", "1");
        assertThat(iot.getPolicy(r -> r.policyName("versions")).policyDocument())
                .isEqualTo(PUBLISH);
        GetPolicyVersionResponse first =
                iot.getPolicyVersion(r -> r.policyName("versions").policyVersionId("1"));
        assertThat(first.policyDocument()).isEqualTo(CONNECT);
        assertThat(first.isDefaultVersion()).isFalse();
    }

    @Test
    void theVersionThatCountsIsNotDeletedAndNumbersAreNotUsedTwice() {
        create("numbers");
        version("numbers", true);

        assertThatThrownBy(() ->
                        iot.deletePolicyVersion(r -> r.policyName("numbers").policyVersionId("2")))
                .isInstanceOf(DeleteConflictException.class);
        iot.setDefaultPolicyVersion(r -> r.policyName("numbers").policyVersionId("1"));
        iot.deletePolicyVersion(r -> r.policyName("numbers").policyVersionId("2"));
        assertThat(version("numbers", false).policyVersionId()).isEqualTo("3");
        assertThatThrownBy(() ->
                        iot.setDefaultPolicyVersion(r -> r.policyName("numbers").policyVersionId("2")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aPolicyIsDeletedOnceItHasOneVersionAndNobodyHasIt() throws Exception {
        create("unused");
        version("unused", false);
        Device device = Device.create(LOCAL.aws(), iot, "unused");

        assertThatThrownBy(() -> iot.deletePolicy(r -> r.policyName("unused")))
                .isInstanceOf(DeleteConflictException.class)
                .hasMessageContaining("versions");
        iot.deletePolicyVersion(r -> r.policyName("unused").policyVersionId("2"));
        assertThatThrownBy(() -> iot.deletePolicy(r -> r.policyName("unused")))
                .isInstanceOf(DeleteConflictException.class)
                .hasMessageContaining("principals");
        iot.detachPolicy(r -> r.policyName("unused").target(device.arn()));
        iot.deletePolicy(r -> r.policyName("unused"));

        assertThatThrownBy(() -> iot.getPolicy(r -> r.policyName("unused")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void policiesAreListedInTheOrderOfTheirCreationPageByPage() {
        List.of("z-listed", "a-listed", "m-listed").forEach(PolicyApiTest::create);

        assertThat(iot.listPoliciesPaginator(r -> r.pageSize(2).ascendingOrder(true)).policies().stream()
                        .map(Policy::policyName)
                        .filter(name -> name.endsWith("-listed")))
                .containsExactly("z-listed", "a-listed", "m-listed");
        assertThat(iot.listPolicies(r -> r.pageSize(1)).policies())
                .extracting(Policy::policyName)
                .containsExactly("m-listed");
    }

    @Test
    void whatIsAttachedIsListedFromBothEndsPageByPage() throws Exception {
        List<String> names = List.of("both-1", "both-2", "both-3");
        names.forEach(PolicyApiTest::create);
        Device device = Device.create(LOCAL.aws(), iot, names.toArray(String[]::new));
        Device other = Device.create(LOCAL.aws(), iot, "both-1");

        assertThat(iot.listAttachedPoliciesPaginator(r -> r.target(device.arn()).pageSize(2)).policies().stream()
                        .map(Policy::policyName))
                .containsExactlyElementsOf(names);
        assertThat(iot.listTargetsForPolicyPaginator(r -> r.policyName("both-1").pageSize(1)).targets().stream())
                .containsExactlyInAnyOrder(device.arn(), other.arn());
        assertThat(iot.getEffectivePolicies(r -> r.principal(other.arn())).effectivePolicies())
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy.policyName()).isEqualTo("both-1");
                    assertThat(policy.policyDocument()).isEqualTo(CONNECT);
                });
    }

    @Test
    void onlyWhatIsThereIsAttachedAndOnlyToCertificatesAndGroups() throws Exception {
        create("there");
        Device device = Device.create(LOCAL.aws(), iot);
        String unknown = device.arn().replaceAll("cert/.*", "cert/" + "0".repeat(64));

        assertThatThrownBy(() -> iot.attachPolicy(r -> r.policyName("nowhere").target(device.arn())))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> iot.attachPolicy(r -> r.policyName("there").target(unknown)))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> iot.attachPolicy(
                        r -> r.policyName("there").target("arn:aws:iot:eu-west-1:000000000000:thinggroup/all")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> iot.attachPolicy(
                        r -> r.policyName("there").target("arn:aws:iot:eu-west-1:000000000000:thing/all")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("must be the ARN of a certificate");
    }

    @Test
    void aCertificateHasTenPoliciesAtTheMost() throws Exception {
        String[] names = IntStream.range(0, 10).mapToObj(i -> "ten-" + i).toArray(String[]::new);
        List.of(names).forEach(PolicyApiTest::create);
        Device device = Device.create(LOCAL.aws(), iot, names);
        create("eleventh");

        assertThatThrownBy(() -> iot.attachPolicy(r -> r.policyName("eleventh").target(device.arn())))
                .isInstanceOf(LimitExceededException.class);
        assertThat(iot.listAttachedPolicies(r -> r.target(device.arn())).policies())
                .hasSize(10);
    }

    @Test
    void aThingWithACertificateIsNotDeleted() throws Exception {
        Device device = Device.thing(LOCAL.aws(), iot, "bound");
        iot.createThing(r -> r.thingName("bound-2"));
        iot.attachThingPrincipal(r -> r.thingName("bound-2").principal(device.arn()));

        assertThat(iot.listThingPrincipals(r -> r.thingName("bound")).principals())
                .containsExactly(device.arn());
        assertThat(iot
                        .listPrincipalThingsPaginator(
                                r -> r.principal(device.arn()).maxResults(1))
                        .things()
                        .stream())
                .containsExactly("bound", "bound-2");
        assertThatThrownBy(() -> iot.deleteThing(r -> r.thingName("bound")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Thing bound is still attached to one or more principals");
        iot.detachThingPrincipal(r -> r.thingName("bound").principal(device.arn()));
        iot.deleteThing(r -> r.thingName("bound"));
        assertThatThrownBy(() -> iot.listThingPrincipals(r -> r.thingName("bound")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private static void create(String name) {
        iot.createPolicy(r -> r.policyName(name).policyDocument(CONNECT));
    }

    private static CreatePolicyVersionResponse version(String name, boolean asDefault) {
        return iot.createPolicyVersion(
                r -> r.policyName(name).policyDocument(PUBLISH).setAsDefault(asDefault));
    }
}
