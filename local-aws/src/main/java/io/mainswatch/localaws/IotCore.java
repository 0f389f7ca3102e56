package io.mainswatch.localaws;

import io.mainswatch.localaws.broker.ArtemisBroker;
import io.mainswatch.localaws.broker.Broker;
import io.mainswatch.localaws.broker.BrokerSettings;
import io.mainswatch.localaws.broker.MutualTls;
import io.mainswatch.localaws.console.LoggedPublisher;
import io.mainswatch.localaws.console.MessageLog;
import io.mainswatch.localaws.console.ThingViews;
import io.mainswatch.localaws.faults.Faults;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.identity.Identity;
import io.mainswatch.localaws.messages.ConnectionsApi;
import io.mainswatch.localaws.messages.PublishApi;
import io.mainswatch.localaws.messages.RetainedApi;
import io.mainswatch.localaws.presence.Presence;
import io.mainswatch.localaws.registry.EventConfigurations;
import io.mainswatch.localaws.registry.EventConfigurationsApi;
import io.mainswatch.localaws.registry.RegistryApi;
import io.mainswatch.localaws.registry.ThingEvents;
import io.mainswatch.localaws.registry.ThingGroups;
import io.mainswatch.localaws.registry.ThingGroupsApi;
import io.mainswatch.localaws.registry.ThingRegistry;
import io.mainswatch.localaws.registry.ThingTypes;
import io.mainswatch.localaws.registry.ThingTypesApi;
import io.mainswatch.localaws.rules.HeardPublisher;
import io.mainswatch.localaws.rules.RuleBook;
import io.mainswatch.localaws.rules.RuleEngine;
import io.mainswatch.localaws.rules.RulesApi;
import io.mainswatch.localaws.search.IndexingApi;
import io.mainswatch.localaws.search.SearchApi;
import io.mainswatch.localaws.search.ThingIndex;
import io.mainswatch.localaws.shadow.ShadowApi;
import io.mainswatch.localaws.shadow.ShadowDocuments;
import io.mainswatch.localaws.shadow.ShadowQuota;
import io.mainswatch.localaws.shadow.ShadowService;
import io.mainswatch.localaws.shadow.ShadowStore;
import io.mainswatch.localaws.sqs.Queues;
import io.mainswatch.localaws.store.Changes;
import io.mainswatch.localaws.store.DataFolder;
import io.mainswatch.localaws.store.Database;
import io.mainswatch.shadow.RequestTopic;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** AWS IoT Core put together: identity, broker, shadows, presence, rules, and the registry with all that asks it. */
final class IotCore {

    private final Identity identity;
    private final Broker broker;
    private final MessageLog log;
    private final ThingViews views;
    private final List<HttpApi> apis = new ArrayList<>();

    /** @param parts is given what is to be closed at the end */
    IotCore(
            LocalAwsBuilder options,
            DataFolder folder,
            Database database,
            Queues queues,
            Faults faults,
            Changes changes,
            OpenParts parts) {
        Clock clock = options.clock;
        identity = new Identity(
                folder.identity(), database, options.host, options.certificateNames, changes, options.clock);
        broker = parts.add(
                new ArtemisBroker(
                        new BrokerSettings(
                                options.host,
                                options.mqttPort,
                                folder.broker(),
                                options.shortestKeepAlive,
                                options.sessionLife),
                        new MutualTls(options.mqttsPort, identity.tls(), identity.gatekeeper()),
                        faults),
                Broker::close);
        RuleBook ruleBook = new RuleBook(database, clock);
        RuleEngine rules = parts.add(new RuleEngine(ruleBook, queues, clock), RuleEngine::close);
        log = new MessageLog(clock, changes);
        HeardPublisher publisher = new HeardPublisher(new LoggedPublisher(broker, log), rules);
        ShadowStore shadowStore = new ShadowStore(database);
        ShadowQuota quota = new ShadowQuota(options.shadowRequestsInFlight, options.shadowRequestsPerSecond, clock);
        ShadowService shadows = new ShadowService(database, shadowStore, publisher, faults, changes, quota, clock);
        Presence presence = new Presence(database, publisher, faults, changes, clock);
        identity.publishTo(publisher);
        rules.start((topic, payload, qos, hops) -> {
            publisher.publish(topic, payload, qos, hops);
            RequestTopic.parse(topic).ifPresent(request -> shadows.message(request, payload));
        });
        broker.start(new Switchboard(presence, shadows, rules, log));
        presence.endLastRun();
        changes.listen(kind -> {
            if (kind == Changes.Kind.IDENTITIES) {
                broker.review();
            }
        });

        ThingTypes types = new ThingTypes(database, clock);
        EventConfigurations eventSwitches = new EventConfigurations(database, clock);
        ThingRegistry things =
                new ThingRegistry(database, types, new ThingEvents(eventSwitches, publisher, clock), changes);
        identity.guard(things);
        ThingGroups groups = new ThingGroups(database, things, changes, clock);
        ShadowDocuments documents = new ShadowDocuments(shadowStore, clock);
        views = new ThingViews(things, shadowStore, documents, presence);
        apis.addAll(List.of(
                new RegistryApi(things),
                new ThingTypesApi(types),
                new ThingGroupsApi(groups, things),
                new EventConfigurationsApi(eventSwitches),
                new IndexingApi(),
                new SearchApi(new ThingIndex(things, groups, documents, presence), things, presence),
                new RulesApi(ruleBook),
                new ShadowApi(shadows, shadowStore, clock),
                new PublishApi(publisher, broker.retained(), shadows),
                new RetainedApi(broker.retained()),
                new ConnectionsApi(broker)));
        apis.addAll(identity.apis(things));
    }

    Identity identity() {
        return identity;
    }

    Broker broker() {
        return broker;
    }

    MessageLog log() {
        return log;
    }

    ThingViews views() {
        return views;
    }

    List<HttpApi> apis() {
        return apis;
    }
}
