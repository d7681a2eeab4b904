package labs.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import kafka.zk.KafkaZkClient;
import labs.rig.Broker;
import labs.rig.RawConnection;
import labs.rig.Wait;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.FindCoordinatorRequest;
import org.apache.kafka.common.requests.FindCoordinatorRequest.CoordinatorType;
import org.apache.kafka.common.requests.FindCoordinatorResponse;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.MetadataResponse;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/topic-life-cycle.md:
 *
 * - Internal topics: "and so does a metadata request that names one, even with auto creation disabled."
 * - Internal topics: "the coordinator request gets COORDINATOR_NOT_AVAILABLE, the metadata request INVALID_REPLICATION_FACTOR."
 */
class InternalTopics {
    private static final String OFFSETS = "__consumer_offsets";
    private static final String TRANSACTIONS = "__transaction_state";

    private static Errors metadata(RawConnection connection, String topic) throws IOException {
        MetadataRequest.Builder request = new MetadataRequest.Builder(List.of(topic), false);
        MetadataResponse answer = connection.ask(ApiKeys.METADATA, request);
        return answer.topicMetadata().iterator().next().error();
    }

    private static Errors coordinator(RawConnection connection) throws IOException {
        FindCoordinatorResponse answer =
                connection.ask(ApiKeys.FIND_COORDINATOR, new FindCoordinatorRequest.Builder(CoordinatorType.GROUP, "group"));
        return answer.error();
    }

    @Test
    void anInternalTopicNeedsNoPermissionButEnoughBrokers() throws Exception {
        Map<String, String> settings = Map.of("auto.create.topics.enable", "false", "offsets.topic.replication.factor", "2");
        try (Broker broker = new Broker(settings);
                RawConnection connection = new RawConnection(broker.port())) {
            KafkaZkClient zooKeeper = broker.server().zkClient();
            // Until the broker knows of itself, there are too few brokers for a factor of 1 too.
            Wait.until("the broker knows of itself", () -> broker.server().metadataCache().isBrokerAlive(0));
            assertEquals(Errors.UNKNOWN_TOPIC_OR_PARTITION, metadata(connection, "other"));
            assertEquals(Errors.LEADER_NOT_AVAILABLE, metadata(connection, TRANSACTIONS));
            assertTrue(zooKeeper.topicExists(TRANSACTIONS));
            assertEquals(Errors.INVALID_REPLICATION_FACTOR, metadata(connection, OFFSETS));
            assertEquals(Errors.COORDINATOR_NOT_AVAILABLE, coordinator(connection));
            assertFalse(zooKeeper.topicExists(OFFSETS));
        }
    }
}
