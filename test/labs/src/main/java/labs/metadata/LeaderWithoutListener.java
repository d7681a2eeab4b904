package labs.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kafka.server.MetadataCache;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.MetadataResponse.PartitionMetadata;
import org.apache.kafka.common.requests.UpdateMetadataRequest;
import org.apache.kafka.common.requests.UpdateMetadataRequest.PartitionState;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.junit.jupiter.api.Test;
import scala.collection.JavaConverters;

/**
 * Proves sentences of key-implementation/metadata-propagation.md:
 *
 * - Leaders and listeners: "The test that is to choose the error asks for brokerId, the answering broker, not for the leader."
 * - Leaders and listeners: "If the leader is -1, dead or without the listener, the partition has no leader, no ISR and no epoch
 *   in the answer."
 * - Removal: "Only leader -2 removes an entry; the topic goes with its last partition."
 * - For transaction markers: "Returns nothing for an unknown partition, the empty node if the leader isn't alive or lacks the
 *   listener"
 */
class LeaderWithoutListener {
    private static final ListenerName LISTENER = ListenerName.normalised("PLAINTEXT");
    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);
    private static final int ANSWERING = 1;
    private static final int LEADER = 2;
    private static final int DELETED = -2;
    private final MetadataCache cache = new MetadataCache(ANSWERING);

    /** Tells the cache the leader of the partition, and which brokers are alive. */
    private void update(int leader, Integer... alive) {
        PartitionState state = new PartitionState(1, leader, 5, List.of(LEADER), 0, List.of(LEADER), List.of());
        Set<UpdateMetadataRequest.Broker> brokers =
                Arrays.stream(alive)
                        .map(id -> new UpdateMetadataRequest.Broker(id, List.of(endPoint(id)), null))
                        .collect(Collectors.toSet());
        short version = ApiKeys.UPDATE_METADATA.latestVersion();
        cache.updateMetadata(
                0, new UpdateMetadataRequest.Builder(version, ANSWERING, 1, 0, Map.of(PARTITION, state), brokers).build());
    }

    private static UpdateMetadataRequest.EndPoint endPoint(int id) {
        return new UpdateMetadataRequest.EndPoint("host" + id, 9092, SecurityProtocol.PLAINTEXT, LISTENER);
    }

    /** @param listenerErrors what the broker sets for requests of version 6 and above */
    private PartitionMetadata answer(ListenerName listener, boolean listenerErrors) {
        scala.collection.Set<String> topics = JavaConverters.asScalaSet(Set.of(PARTITION.topic()));
        return cache.getTopicMetadata(topics, listener, false, listenerErrors).head().partitionMetadata().get(0);
    }

    @Test
    void theAnsweringBrokersOwnIdChoosesTheError() {
        update(LEADER, ANSWERING);
        assertEquals(Errors.LISTENER_NOT_FOUND, answer(LISTENER, true).error(), "a dead leader");
        assertEquals(Errors.LEADER_NOT_AVAILABLE, answer(LISTENER, false).error());
        update(-1, ANSWERING, LEADER);
        assertEquals(Errors.LISTENER_NOT_FOUND, answer(LISTENER, true).error(), "no leader");
        update(LEADER, LEADER);
        ListenerName other = ListenerName.normalised("OTHER");
        assertEquals(Errors.LEADER_NOT_AVAILABLE, answer(other, true).error(), "the leader lives, the listener is missing");
    }

    @Test
    void aPartitionWithoutLeaderHasNoEpoch() {
        update(LEADER, ANSWERING, LEADER);
        assertEquals(Optional.of(5), answer(LISTENER, true).leaderEpoch());
        update(LEADER, ANSWERING);
        PartitionMetadata partition = answer(LISTENER, true);
        assertTrue(partition.leader().isEmpty());
        assertTrue(partition.isr().isEmpty());
        assertEquals(Optional.empty(), partition.leaderEpoch());
        assertEquals("", partition.replicas().get(0).host(), "the replica appears without an address");
        assertEquals(-1, partition.replicas().get(0).port());
        assertTrue(cache.getPartitionLeaderEndpoint(PARTITION.topic(), 0, LISTENER).get().isEmpty());
        assertTrue(cache.getPartitionLeaderEndpoint(PARTITION.topic(), 1, LISTENER).isEmpty());
    }

    @Test
    void onlyTheLeaderOfADeletionRemovesAPartition() {
        update(-1, ANSWERING);
        assertTrue(cache.contains(PARTITION.topic()));
        update(DELETED, ANSWERING);
        assertFalse(cache.contains(PARTITION.topic()));
    }
}
