package labs.reassignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kafka.controller.KafkaController;
import kafka.zk.KafkaZkClient;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.immutable.Map.Map1;

/**
 * Proves sentences of key-implementation/reassignment.md:
 *
 * - Traps: "A stuck move stops automatic balance for the whole cluster."
 * - What you see when it goes wrong: "or elect by request, which isn't stopped by moves"
 */
class BalanceDuringMove {
    /** Without a check of its own accord: the lab queues the event. */
    private static final Map<String, String> SETTINGS = Map.of("auto.leader.rebalance.enable", "false");

    private static final TopicPartition UNBALANCED = new TopicPartition("unbalanced", 0);
    private static final int NO_BROKER = 99;

    private static void startMove(KafkaZkClient zooKeeper, TopicPartition partition) {
        Seq<Object> target = JavaConverters.asScalaBuffer(List.<Object>of(NO_BROKER));
        zooKeeper.createPartitionReassignment(new Map1<>(partition, target));
        Wait.until("the move has begun", () -> zooKeeper.getReplicasForPartition(partition).contains(NO_BROKER));
    }

    private static int leader(Broker broker) {
        return (int) broker.server().zkClient().getLeaderForPartition(UNBALANCED).get();
    }

    @Test
    void onlyAnElectionByRequestIsPossible() throws Exception {
        try (Broker first = new Broker(SETTINGS);
                AdminClient admin = Clients.admin(first)) {
            TopicPartition moving = new TopicPartition(Clients.newTopic(first, Map.of()), 0);
            admin.createTopics(List.of(new NewTopic(UNBALANCED.topic(), Map.of(0, List.of(1, 0))))).all().get();
            try (Broker second = new Broker(1, first, SETTINGS)) {
                var partition = first.server().replicaManager().getPartition(UNBALANCED).get();
                Wait.until("both replicas are in sync", () -> partition.inSyncReplicas().size() == 2);
                startMove(first.server().zkClient(), moving);

                KafkaController controller = first.server().kafkaController();
                controller.eventManager().put(controller.AutoPreferredReplicaLeaderElection());
                // The controller deals with a later topic when the event has ended.
                Clients.newTopic(first, Map.of());
                assertFalse(controller.controllerContext().partitionsBeingReassigned().isEmpty());
                assertEquals(0, leader(first), "the only partition that broker 1 should lead");

                admin.electPreferredLeaders(Set.of(UNBALANCED)).all().get();
                assertEquals(1, leader(first));
            }
        }
    }
}
