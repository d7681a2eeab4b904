package labs.reassignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import kafka.admin.ReassignPartitionsCommand$;
import kafka.common.AdminCommandFailedException;
import kafka.zk.KafkaZkClient;
import labs.rig.Broker;
import labs.rig.Clients;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Proves sentences of key-implementation/reassignment.md:
 *
 * - The JSON and its checks: "Before anything is written it refuses: no partitions; an empty replica list; a partition named
 *   twice; a broker twice in a list; partitions that don't exist; brokers that aren't registered."
 * - Proposals: "It takes the registered ones of --broker-list"
 * - Asking: "in progress means that the node lists the partition, nothing more. Otherwise the assignment either equals the JSON
 *   or it failed"
 */
class CheckedPlans {
    private static final ReassignPartitionsCommand$ TOOL = ReassignPartitionsCommand$.MODULE$;
    private final KafkaZkClient zooKeeper = Broker.shared().server().zkClient();
    private String topic;

    @BeforeEach
    void create() throws Exception {
        topic = Clients.newTopic(Broker.shared(), 2, Map.of());
    }

    /** Makes the JSON that moves partitions to these replicas. */
    private String plan(String... moves) {
        StringBuilder partitions = new StringBuilder();
        for (String move : moves) {
            String[] parts = move.split(":", 2);
            partitions.append(partitions.length() == 0 ? "" : ",");
            partitions.append(String.format("{\"topic\":\"%s\",\"partition\":%s,\"replicas\":[%s]}", topic, parts[0], parts[1]));
        }
        return String.format("{\"version\":1,\"partitions\":[%s]}", partitions);
    }

    private void refuses(String reason, String... moves) {
        var error = assertThrows(AdminCommandFailedException.class, () -> TOOL.parseAndValidate(zooKeeper, plan(moves)));
        assertTrue(error.getMessage().contains(reason), error.getMessage());
    }

    @Test
    void aPlanIsCheckedBeforeAnythingIsWritten() {
        refuses("data file is empty");
        refuses("replica list cannot be empty", "0:");
        refuses("contains duplicate topic partitions", "0:0", "0:0");
        refuses("may not contain duplicate entries", "0:0,0");
        refuses("contains non-existent partitions", "7:0");
        refuses("contains non-existent brokerIDs: 99", "0:0,99");
        assertEquals(1, TOOL.parseAndValidate(zooKeeper, plan("0:0"))._1().size());
        assertFalse(zooKeeper.reassignPartitionsInProgress());
    }

    @Test
    void aProposalHasOnlyRegisteredBrokers() {
        Seq<Object> brokers = JavaConverters.asScalaBuffer(List.<Object>of(98, 0, 99));
        String topics = String.format("{\"topics\":[{\"topic\":\"%s\"}],\"version\":1}", topic);
        var proposed = JavaConverters.mapAsJavaMap(TOOL.generateAssignment(zooKeeper, brokers, topics, false)._1());
        assertEquals(2, proposed.size());
        for (Seq<Object> replicas : proposed.values()) assertEquals("0", replicas.mkString(","));
    }

    @Test
    void aMoveThatTheNodeDoesNotListIsCompleteOrFailed() {
        assertEquals("ReassignmentCompleted", status(0));
        assertEquals("ReassignmentFailed", status(99), "although nobody has tried it");
    }

    private String status(int broker) {
        TopicPartition partition = new TopicPartition(topic, 0);
        Seq<Object> replicas = JavaConverters.asScalaBuffer(List.<Object>of(broker));
        var moves = JavaConverters.mapAsScalaMap(Map.of(partition, replicas));
        return TOOL.checkIfPartitionReassignmentSucceeded(zooKeeper, moves).apply(partition).toString().replaceAll("\\(.*", "");
    }
}
