package labs.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import kafka.controller.KafkaController;
import labs.replication.Pair;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/controller.md:
 *
 * - Traps: "The dead controller's own replicas stay in ISRs."
 * - Traps: "Where another broker leads, its own check has to remove them, which it doesn't while the partition is idle."
 */
class DeadController {
    private static final int LAG_MS = 1000;

    private static void create(Pair pair, String topic, Integer... replicas) throws Exception {
        try (AdminClient admin = Clients.admin(pair.follower)) {
            admin.createTopics(List.of(new NewTopic(topic, Map.of(0, List.of(replicas))))).all().get();
        }
        Clients.awaitLeaders(pair.follower, topic);
    }

    private static int isr(Pair pair, TopicPartition partition) {
        return pair.follower.server().zkClient().getTopicPartitionState(partition).get().leaderAndIsr().isr().size();
    }

    @Test
    void theNextControllerLeavesItsReplicasInTheIsr() throws Exception {
        try (Pair pair = new Pair(Map.of("replica.lag.time.max.ms", String.valueOf(LAG_MS)))) {
            // Broker 0 is the controller, and follows broker 1 here.
            TopicPartition partition = new TopicPartition("topic", 0);
            create(pair, partition.topic(), 1, 0);
            pair.send(pair.follower, partition, "all");
            Wait.until("both are in the ISR", () -> isr(pair, partition) == 2);

            pair.leader.stop();
            KafkaController next = pair.follower.server().kafkaController();
            Wait.until("the other broker is controller", next::isActive);
            // The new controller handles this after it has taken over.
            create(pair, "later", 1);
            Thread.sleep(2 * LAG_MS);
            assertEquals(2, isr(pair, partition), "nobody removes the dead replica while nothing is sent");

            pair.send(pair.follower, partition, "1");
            Wait.until("the leader's check has removed it", () -> isr(pair, partition) == 1);
        }
    }
}
