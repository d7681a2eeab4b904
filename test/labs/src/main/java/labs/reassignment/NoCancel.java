package labs.reassignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import kafka.controller.KafkaController;
import kafka.zk.KafkaZkClient;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.immutable.Map.Map1;

/**
 * Proves sentences of key-implementation/reassignment.md:
 *
 * - Failure and recovery: "To stop, delete the node and then /controller: the next controller knows of no move."
 * - Failure and recovery: "with a JSON, which ends at once if both are in the ISR."
 */
class NoCancel {
    private static final int ANY_VERSION = -1;
    /** A broker that doesn't exist, so that the move to it never ends. */
    private static final int TARGET = 99;

    private static void move(KafkaZkClient zooKeeper, TopicPartition partition, int broker) {
        Seq<Object> replicas = JavaConverters.asScalaBuffer(List.<Object>of(broker));
        zooKeeper.createPartitionReassignment(new Map1<>(partition, replicas));
    }

    private static String assignment(KafkaZkClient zooKeeper, TopicPartition partition) {
        return zooKeeper.getReplicasForPartition(partition).mkString(",");
    }

    @Test
    void aMoveEndsWithItsNodeAndItsController() throws Exception {
        try (Broker broker = new Broker(Map.of())) {
            TopicPartition partition = new TopicPartition(Clients.newTopic(broker, Map.of()), 0);
            KafkaZkClient zooKeeper = broker.server().zkClient();
            KafkaController controller = broker.server().kafkaController();
            move(zooKeeper, partition, TARGET);
            Wait.until("the move has begun", () -> assignment(zooKeeper, partition).equals("99,0"));
            // The event ends by writing the node again: a later topic means that it has ended.
            Clients.newTopic(broker, Map.of());

            zooKeeper.deletePartitionReassignment(ANY_VERSION);
            int before = controller.epoch();
            zooKeeper.deleteController(ANY_VERSION);
            Wait.until("there is a new controller", () -> controller.isActive() && controller.epoch() > before);
            Clients.newTopic(broker, Map.of());
            assertTrue(controller.controllerContext().partitionsBeingReassigned().isEmpty());
            assertEquals("99,0", assignment(zooKeeper, partition), "the assignment stays");

            move(zooKeeper, partition, 0);
            Wait.until("it is moved back", () -> assignment(zooKeeper, partition).equals("0"));
            Wait.until("the node is gone", () -> !zooKeeper.reassignPartitionsInProgress());
        }
    }
}
