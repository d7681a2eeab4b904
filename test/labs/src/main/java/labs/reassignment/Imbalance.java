package labs.reassignment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafka.controller.KafkaController;
import kafka.server.MetadataCache;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.network.ListenerName;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/reassignment.md:
 *
 * - The imbalance: "Broker 1 is preferred for 40 partitions and leads 36 of them: 4/40 is 10 %, not more than
 *   leader.imbalance.per.broker.percentage (10), so nothing happens. With 35 it is 12.5 % and all five are elected."
 * - Errors of each partition: "the preferred replica leads, already or now"
 */
class Imbalance {
    private static final String TOPIC = "balanced";
    /** Broker 1 is preferred for the first 40 partitions, broker 2 for as many after them. */
    private static final int EACH = 40;

    /** Without a check of its own accord: the lab queues the event. */
    private static final Map<String, String> SETTINGS = Map.of("auto.leader.rebalance.enable", "false");

    /** Returns the partitions that broker 0 leads, as it knows it itself: another broker may hear of a change later. */
    private static Set<Integer> ledByFirst(Broker first) {
        MetadataCache cache = first.server().metadataCache();
        ListenerName listener = ListenerName.normalised("DIRECT");
        return IntStream.range(0, 2 * EACH)
                .filter(number -> cache.getPartitionLeaderEndpoint(TOPIC, number, listener).get().id() == 0)
                .boxed()
                .collect(Collectors.toSet());
    }

    private static void create(AdminClient admin) throws Exception {
        Map<Integer, List<Integer>> assignment = new HashMap<>();
        for (int number = 0; number < 2 * EACH; number++) assignment.put(number, List.of(number < EACH ? 1 : 2, 0));
        admin.createTopics(List.of(new NewTopic(TOPIC, assignment))).all().get();
    }

    /** Asks the leader itself: the metadata show a replica that has come into the ISR only seconds later. */
    private static boolean inSync(Broker leader) {
        return IntStream.range(0, 2 * EACH)
                .mapToObj(number -> leader.server().replicaManager().getPartition(new TopicPartition(TOPIC, number)).get())
                .allMatch(partition -> partition.inSyncReplicas().size() == 2);
    }

    /** Gives the partitions from `first` to before `end` to their preferred replicas. */
    private static void elect(AdminClient admin, int first, int end) throws Exception {
        Set<TopicPartition> chosen = new HashSet<>();
        for (int number = first; number < end; number++) chosen.add(new TopicPartition(TOPIC, number));
        admin.electPreferredLeaders(chosen).all().get();
        // Now they lead already, which is no error either.
        admin.electPreferredLeaders(chosen).all().get();
    }

    @Test
    void aTenthIsNotEnough() throws Exception {
        try (Broker first = new Broker(SETTINGS);
                AdminClient admin = Clients.admin(first)) {
            create(admin);
            // The others start later, so that broker 0 leads all.
            try (Broker one = new Broker(1, first, SETTINGS);
                    Broker two = new Broker(2, first, SETTINGS)) {
                Wait.until("all replicas are in sync", () -> inSync(first));
                assertEquals(2 * EACH, ledByFirst(first).size());
                elect(admin, 0, 36);
                elect(admin, EACH, EACH + 35);
                assertEquals(Set.of(36, 37, 38, 39, 75, 76, 77, 78, 79), ledByFirst(first));

                KafkaController controller = first.server().kafkaController();
                controller.eventManager().put(controller.AutoPreferredReplicaLeaderElection());
                Wait.until("the five have their leader", () -> ledByFirst(first).size() <= 4);
                // The event has ended when the controller deals with a later one.
                Clients.newTopic(first, Map.of());
                assertEquals(Set.of(36, 37, 38, 39), ledByFirst(first));
            }
        }
    }
}
