package labs.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.Metadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.requests.MetadataResponse.PartitionMetadata;
import org.apache.kafka.common.requests.MetadataResponse.TopicMetadata;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/metadata-propagation.md:
 *
 * - Leader epochs: "A Metadata answer with a lower epoch keeps the old entry, one with an equal or higher epoch replaces it."
 * - Traps: "clears the epochs of every partition. Partitions that come later in the same answer are learnt anew at once,
 *   whatever their epoch; for the others an answer from a lagging broker is accepted."
 * - Changed subscriptions: "Drops epochs and, by retainTopics, cached partitions of other topics at once; a topic not there
 *   before requests an update."
 * - The client's update: "a topic that now has an error is gone from the cache."
 */
class ForgottenEpochs {
    private static final String TOPIC = "topic";
    private static final long NOW = 1_000_000;
    private static final Node OLD = new Node(1, "old", 9092);
    private static final Node NEW = new Node(2, "new", 9092);
    private final Metadata metadata = new Metadata(100, 300_000, true);

    private static PartitionMetadata partition(int number, Node leader, int epoch) {
        List<Node> nodes = List.of(OLD, NEW);
        return new PartitionMetadata(Errors.NONE, number, leader, Optional.of(epoch), nodes, nodes, List.of());
    }

    /** What a broker answers for a partition whose leader is dead. */
    private static PartitionMetadata withoutLeader(int number) {
        List<Node> nodes = List.of(OLD, NEW);
        return new PartitionMetadata(
                Errors.LISTENER_NOT_FOUND, number, Node.noNode(), Optional.empty(), nodes, List.of(), List.of());
    }

    private void update(Errors error, PartitionMetadata... partitions) {
        TopicMetadata topic = new TopicMetadata(error, TOPIC, false, new ArrayList<>(Arrays.asList(partitions)));
        metadata.update(new MetadataResponse(List.of(OLD, NEW), "cluster", OLD.id(), List.of(topic)), NOW);
    }

    private Node leader(int number) {
        return metadata.fetch().leaderFor(new TopicPartition(TOPIC, number));
    }

    @Test
    void anAnswerWithALowerEpochDoesNotReplaceTheLeader() {
        update(Errors.NONE, partition(0, NEW, 5));
        update(Errors.NONE, partition(0, OLD, 4));
        assertEquals(NEW, leader(0));
        update(Errors.NONE, partition(0, OLD, 5));
        assertEquals(OLD, leader(0));
        update(Errors.NONE, partition(0, NEW, 6));
        assertEquals(NEW, leader(0));
    }

    @Test
    void onePartitionWithoutALeaderLetsALaggingBrokerTakeTheOthersBack() {
        update(Errors.NONE, partition(0, NEW, 5), partition(1, NEW, 5), partition(2, NEW, 5));
        // A broker that lags behind, and sees partition 1 without a leader: what comes before is kept, what follows isn't.
        update(Errors.NONE, partition(0, OLD, 4), withoutLeader(1), partition(2, OLD, 4));
        assertEquals(NEW, leader(0));
        assertEquals(OLD, leader(2), "learnt anew, although the epoch is lower");
        update(Errors.NONE, partition(0, OLD, 4), partition(1, OLD, 4), partition(2, OLD, 3));
        assertEquals(OLD, leader(0), "its epoch has been forgotten");
        assertEquals(OLD, leader(2));
    }

    @Test
    void anotherSetOfTopicsDropsPartitionsAndEpochs() {
        metadata.setTopics(List.of(TOPIC));
        update(Errors.NONE, partition(0, NEW, 5));
        assertFalse(metadata.updateRequested());
        metadata.setTopics(List.of("other"));
        assertTrue(metadata.fetch().partitionsForTopic(TOPIC).isEmpty());
        assertEquals(0, metadata.timeToNextUpdate(NOW), "the new topic is asked for at once, without a back-off");
        metadata.setTopics(List.of(TOPIC));
        update(Errors.NONE, partition(0, OLD, 4));
        assertEquals(OLD, leader(0), "the epoch has been forgotten");
    }

    @Test
    void aTopicWithAnErrorIsGone() {
        update(Errors.NONE, partition(0, NEW, 5));
        update(Errors.UNKNOWN_TOPIC_OR_PARTITION);
        assertTrue(metadata.fetch().partitionsForTopic(TOPIC).isEmpty());
    }
}
