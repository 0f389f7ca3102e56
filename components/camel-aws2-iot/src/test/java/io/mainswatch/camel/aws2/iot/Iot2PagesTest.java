package io.mainswatch.camel.aws2.iot;

import static io.mainswatch.camel.aws2.iot.Iot2Operations.*;

import io.mainswatch.camel.aws2.iot.plane.PagesTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.*;

class Iot2PagesTest extends PagesTable<IotClient> {

    private static final Map<String, Object> THING = Map.of(Iot2Constants.THING_NAME, "lamp");
    private static final Map<String, Object> CERTIFICATE =
            Map.of(Iot2Constants.PRINCIPAL, "arn:c-1", Iot2Constants.TARGET, "arn:c-1");
    private static final Map<String, Object> QUERY = Map.of(Iot2Constants.QUERY_STRING, "thingName:*");

    Iot2PagesTest() {
        super(IotClient.class, "aws2-iot:test", Iot2Constants.NEXT_TOKEN);
    }

    @Override
    protected List<Iot2Operations> operations() {
        return List.of(Iot2Operations.values());
    }

    @Override
    protected Stream<ListCase> lists() {
        return Stream.of(
                new ListCase(
                        listThings,
                        Map.of(),
                        (name, next) -> ListThingsResponse.builder()
                                .things(thing(name))
                                .nextToken(next)
                                .build(),
                        Iot2PagesTest::thing),
                new ListCase(
                        listThingTypes,
                        Map.of(),
                        (name, next) -> ListThingTypesResponse.builder()
                                .thingTypes(thingType(name))
                                .nextToken(next)
                                .build(),
                        Iot2PagesTest::thingType),
                new ListCase(
                        listThingGroupsForThing,
                        THING,
                        (name, next) -> ListThingGroupsForThingResponse.builder()
                                .thingGroups(group(name))
                                .nextToken(next)
                                .build(),
                        Iot2PagesTest::group),
                new ListCase(
                        searchIndex,
                        QUERY,
                        (name, next) -> SearchIndexResponse.builder()
                                .things(found(name))
                                .nextToken(next)
                                .build(),
                        Iot2PagesTest::found),
                new ListCase(
                        searchIndex,
                        QUERY,
                        (name, next) -> SearchIndexResponse.builder()
                                .thingGroups(foundGroup(name))
                                .nextToken(next)
                                .build(),
                        Iot2PagesTest::foundGroup),
                new ListCase(
                        listCertificates,
                        Map.of(),
                        (name, next) -> ListCertificatesResponse.builder()
                                .certificates(certificate(name))
                                .nextMarker(next)
                                .build(),
                        Iot2PagesTest::certificate),
                new ListCase(
                        listThingPrincipals,
                        THING,
                        (name, next) -> ListThingPrincipalsResponse.builder()
                                .principals(name)
                                .nextToken(next)
                                .build(),
                        name -> name),
                new ListCase(
                        listPrincipalThings,
                        CERTIFICATE,
                        (name, next) -> ListPrincipalThingsResponse.builder()
                                .things(name)
                                .nextToken(next)
                                .build(),
                        name -> name),
                new ListCase(
                        listAttachedPolicies,
                        CERTIFICATE,
                        (name, next) -> ListAttachedPoliciesResponse.builder()
                                .policies(policy(name))
                                .nextMarker(next)
                                .build(),
                        Iot2PagesTest::policy),
                new ListCase(
                        listPolicies,
                        Map.of(),
                        (name, next) -> ListPoliciesResponse.builder()
                                .policies(policy(name))
                                .nextMarker(next)
                                .build(),
                        Iot2PagesTest::policy),
                new ListCase(
                        listTopicRules,
                        Map.of(),
                        (name, next) -> ListTopicRulesResponse.builder()
                                .rules(rule(name))
                                .nextToken(next)
                                .build(),
                        Iot2PagesTest::rule));
    }

    private static ThingAttribute thing(String name) {
        return ThingAttribute.builder().thingName(name).build();
    }

    private static ThingTypeDefinition thingType(String name) {
        return ThingTypeDefinition.builder().thingTypeName(name).build();
    }

    private static GroupNameAndArn group(String name) {
        return GroupNameAndArn.builder().groupName(name).build();
    }

    private static ThingDocument found(String name) {
        return ThingDocument.builder().thingName(name).build();
    }

    private static ThingGroupDocument foundGroup(String name) {
        return ThingGroupDocument.builder().thingGroupName(name).build();
    }

    private static Certificate certificate(String name) {
        return Certificate.builder().certificateId(name).build();
    }

    private static Policy policy(String name) {
        return Policy.builder().policyName(name).build();
    }

    private static TopicRuleListItem rule(String name) {
        return TopicRuleListItem.builder().ruleName(name).build();
    }
}
