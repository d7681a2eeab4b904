package labs.reassignment;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kafka.controller.KafkaController;
import kafka.zk.KafkaZkClient;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.LogLines;
import labs.rig.RawConnection;
import labs.rig.Wait;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.CreateTopicsRequest;
import org.apache.kafka.common.requests.ElectPreferredLeadersRequest;
import org.apache.log4j.Level;
import org.junit.jupiter.api.Test;
import scala.collection.JavaConverters;

/**
 * Proves sentences of key-implementation/reassignment.md:
 *
 * - Traps: "By request the callback isn't called, and the client times out for all."
 * - Traps: "By ZooKeeper the node stays, and with it each new controller fails to take over, with Error while electing or
 *   becoming controller, until the node is deleted by hand."
 */
class NeverLed {
    private static final int ANY_VERSION = -1;
    private static final TopicPartition PARTITION = new TopicPartition("never-led", 0);
    private static final String FAILED_EVENT = "Error processing event";
    private static final String FAILED_START = "Error while electing or becoming controller";

    /** Creates a topic whose only replica is on a broker that doesn't exist. */
    private static void create(Broker broker, RawConnection connection) throws Exception {
        CreateTopicsRequest.TopicDetails details = new CreateTopicsRequest.TopicDetails(Map.of(0, List.of(99)));
        connection.ask(ApiKeys.CREATE_TOPICS, new CreateTopicsRequest.Builder(Map.of(PARTITION.topic(), details), 0));
        // The controller handles one event after the other, and a later topic means that it knows the first.
        Clients.newTopic(broker, Map.of());
    }

    private static void elect(RawConnection connection) throws Exception {
        ElectPreferredLeadersRequest.Builder request =
                new ElectPreferredLeadersRequest.Builder(
                        ElectPreferredLeadersRequest.toRequestData(Set.of(PARTITION), 100));
        connection.send(ApiKeys.ELECT_PREFERRED_LEADERS, request, request.latestAllowedVersion());
    }

    @Test
    void aPartitionThatNeverHadALeaderStopsTheElectionAndThenEachController() throws Exception {
        try (Broker broker = new Broker(Map.of());
                RawConnection connection = new RawConnection(broker.port());
                LogLines lines = new LogLines("kafka.controller", Level.ERROR)) {
            KafkaController controller = broker.server().kafkaController();
            KafkaZkClient zooKeeper = broker.server().zkClient();
            create(broker, connection);

            elect(connection);
            Wait.until("the election has failed", () -> lines.count(FAILED_EVENT) == 1);
            assertFalse(connection.answersWithin(500), "the time of the request is over, and no answer comes");

            zooKeeper.createPreferredReplicaElection(JavaConverters.asScalaSet(Set.of(PARTITION)).toSet());
            Wait.until("the other election has failed", () -> lines.count(FAILED_EVENT) == 2);
            assertFalse(lines.have(FAILED_START), lines.toString());
            assertTrue(zooKeeper.getPreferredReplicaElection().nonEmpty(), "the node stays");

            zooKeeper.deleteController(ANY_VERSION);
            Wait.until("one controller after the other fails", () -> lines.count(FAILED_START) >= 3);
            zooKeeper.deletePreferredReplicaElection(ANY_VERSION);
            Wait.until("there is a controller", controller::isActive);
            Clients.newTopic(broker, Map.of());
        }
    }
}
