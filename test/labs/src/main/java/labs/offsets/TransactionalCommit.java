package labs.offsets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import kafka.coordinator.group.GroupMetadata;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/consumer-offsets.md:
 *
 * - A transactional commit: "adds the batch's base offset after the append; the cache still has the old offset."
 * - A transactional commit: "puts the offset into the cache on commit, if there is none or one from an earlier batch; on
 *   abort it is dropped."
 */
class TransactionalCommit {
    private final Broker broker = Broker.shared();

    private OffsetAndMetadata committed(TopicPartition partition) {
        String group = partition.topic();
        try (KafkaConsumer<String, String> consumer = Clients.consumer(broker.address(), Map.of("group.id", group))) {
            return consumer.committed(partition);
        }
    }

    private void commitAlone(TopicPartition partition, long offset) {
        String group = partition.topic();
        try (KafkaConsumer<String, String> consumer = Clients.consumer(broker.address(), Map.of("group.id", group))) {
            consumer.assign(List.of(partition));
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(offset)));
        }
    }

    @Test
    void theOffsetCountsFromTheMarkerOnUnlessALaterCommitCameBetween() throws Exception {
        TopicPartition partition = new TopicPartition(Clients.newTopic(broker, 2, Map.of()), 0);
        String group = partition.topic();
        Map<String, Object> settings = Map.of("transactional.id", group);
        try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), settings)) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.sendOffsetsToTransaction(Map.of(partition, new OffsetAndMetadata(3)), group);
            assertNull(committed(partition), "the transaction is open");
            producer.abortTransaction();
            assertNull(committed(partition), "the transaction was aborted");
            // The abort is applied by another thread, too; too late, it would drop the offsets of the next transaction.
            GroupMetadata metadata = broker.server().groupCoordinator().groupManager().getGroup(group).get();
            Wait.until("the abort has been applied", () -> !metadata.hasOffsets());

            producer.beginTransaction();
            producer.sendOffsetsToTransaction(Map.of(partition, new OffsetAndMetadata(5)), group);
            producer.commitTransaction();
            Wait.until("the marker has been applied", () -> committed(partition) != null);
            assertEquals(5, committed(partition).offset());

            producer.beginTransaction();
            producer.sendOffsetsToTransaction(Map.of(partition, new OffsetAndMetadata(7)), group);
            commitAlone(partition, 6);
            producer.commitTransaction();
            // The marker is applied by another thread, which a further transaction has to wait for.
            producer.beginTransaction();
            producer.sendOffsetsToTransaction(Map.of(new TopicPartition(group, 1), new OffsetAndMetadata(1)), group);
            producer.commitTransaction();
            Wait.until("the last marker has been applied", () -> committed(new TopicPartition(group, 1)) != null);
            assertEquals(6, committed(partition).offset(), "the ordinary commit stands in a later batch");
        }
    }
}
