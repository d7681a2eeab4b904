package labs.reassignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.zk.KafkaZkClient;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ReassignmentInProgressException;
import org.junit.jupiter.api.Test;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.immutable.Map.Map1;

/**
 * Proves sentences of key-implementation/reassignment.md:
 *
 * - Failure and recovery: "A target dies: the move waits without limit. When it returns, onBrokerStartup runs
 *   onPartitionReassignment again"
 * - Failure and recovery: "removing the node by hand changes nothing in the controller's memory; it goes on"
 * - What you see when it goes wrong: "adding partitions gets A partition reassignment is in progress."
 */
class StuckMove {
    private static final int ANY_VERSION = -1;
    private static final int TARGET = 1;

    private static void start(KafkaZkClient zooKeeper, TopicPartition partition) {
        Seq<Object> target = JavaConverters.asScalaBuffer(List.<Object>of(TARGET));
        zooKeeper.createPartitionReassignment(new Map1<>(partition, target));
    }

    @Test
    void aMoveToADeadBrokerGoesOnWhenThatBrokerStartsEvenWithoutItsNode() throws Exception {
        try (Broker broker = new Broker(Map.of());
                AdminClient admin = Clients.admin(broker)) {
            TopicPartition moving = new TopicPartition(Clients.newTopic(broker, Map.of()), 0);
            String other = Clients.newTopic(broker, Map.of());
            KafkaZkClient zooKeeper = broker.server().zkClient();
            // The tool would refuse a target that is dead already, so the lab writes what it writes.
            start(zooKeeper, moving);
            Wait.until("both are replicas", () -> zooKeeper.getReplicasForPartition(moving).mkString(",").equals("1,0"));
            // The event ends by writing the node again: a later topic means that it has ended.
            Clients.newTopic(broker, Map.of());
            ExecutionException error =
                    assertThrows(
                            ExecutionException.class,
                            () -> admin.createPartitions(Map.of(other, NewPartitions.increaseTo(2))).all().get());
            assertEquals(ReassignmentInProgressException.class, error.getCause().getClass());

            zooKeeper.deletePartitionReassignment(ANY_VERSION);
            Clients.newTopic(broker, Map.of());
            assertFalse(zooKeeper.reassignPartitionsInProgress());
            var context = broker.server().kafkaController().controllerContext();
            assertTrue(context.partitionsBeingReassigned().contains(moving));

            Broker target = new Broker(TARGET, broker, Map.of());
            Wait.until("the move is complete", () -> zooKeeper.getReplicasForPartition(moving).mkString(",").equals("1"));
            Wait.until("its broker leads", () -> zooKeeper.getLeaderForPartition(moving).contains(TARGET));
            target.close();
        }
    }
}
