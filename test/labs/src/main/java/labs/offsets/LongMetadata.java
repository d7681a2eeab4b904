package labs.offsets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.OffsetMetadataTooLarge;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/consumer-offsets.md:
 *
 * - A commit, step by step: "leaves out partitions whose metadata string has more than offset.metadata.max.bytes
 *   characters (4,096)."
 */
class LongMetadata {
    private final Broker broker = Broker.shared();

    @Test
    void aPartitionWithLongMetadataIsLeftOutAndTheOthersAreStored() throws Exception {
        String topic = Clients.newTopic(broker, 2, Map.of());
        TopicPartition tooLong = new TopicPartition(topic, 0);
        TopicPartition fine = new TopicPartition(topic, 1);
        try (KafkaConsumer<String, String> consumer = Clients.consumer(broker.address(), Map.of("group.id", topic))) {
            consumer.assign(List.of(tooLong, fine));
            // These are characters of three bytes: it is characters that count.
            consumer.commitSync(Map.of(tooLong, new OffsetAndMetadata(1, "字".repeat(4096))));
            Map<TopicPartition, OffsetAndMetadata> offsets =
                    Map.of(tooLong, new OffsetAndMetadata(7, "x".repeat(4097)), fine, new OffsetAndMetadata(7, "x"));
            assertThrows(OffsetMetadataTooLarge.class, () -> consumer.commitSync(offsets));
            assertEquals(1, consumer.committed(tooLong).offset());
            assertEquals(7, consumer.committed(fine).offset());
        }
    }
}
