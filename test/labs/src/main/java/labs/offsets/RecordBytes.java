package labs.offsets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafka.coordinator.group.GroupMetadataManager.OffsetsMessageFormatter;
import labs.rig.Broker;
import labs.rig.Clients;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/consumer-offsets.md:
 *
 * - Offset key: "Group g1, topic t, partition 0: 0001 0002 6731 0001 74 00000000."
 * - Offset value: "Offset 42 with leader epoch 5 and empty metadata: 0003 000000000000002A 00000005 0000 and eight bytes
 *   of time."
 * - reading by hand: "It prints offsets (a tombstone as NULL), no group metadata"
 */
class RecordBytes {
    private final Broker broker = Broker.shared();

    private void commit() throws Exception {
        try (AdminClient admin = Clients.admin(broker)) {
            admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get();
        }
        try (KafkaConsumer<String, String> consumer = Clients.consumer(broker.address(), Map.of("group.id", "g1"))) {
            TopicPartition partition = new TopicPartition("t", 0);
            consumer.assign(List.of(partition));
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(42, Optional.of(5), "")));
        }
    }

    /** Returns the last record of the group `g1`. */
    private ConsumerRecord<byte[], byte[]> stored() {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.address());
        ConsumerRecord<byte[], byte[]> last = null;
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition("__consumer_offsets", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end)
                for (var record : consumer.poll(Duration.ofMillis(200)))
                    if (hex(record.key()).contains("00026731")) last = record;
        }
        return last;
    }

    private static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte one : bytes) text.append(String.format("%02X", one));
        return text.toString();
    }

    @Test
    void anOffsetIsStoredInTheseBytesAndPrintedByTheFormatter() throws Exception {
        commit();
        ConsumerRecord<byte[], byte[]> record = stored();
        assertEquals("0001 0002 6731 0001 74 00000000".replace(" ", ""), hex(record.key()));
        String value = hex(record.value());
        String withoutTime = "0003 000000000000002A 00000005 0000".replace(" ", "");
        assertEquals(withoutTime, value.substring(0, withoutTime.length()));
        assertEquals(2 * 8, value.length() - withoutTime.length(), "digits of the time");

        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new OffsetsMessageFormatter().writeTo(record, new PrintStream(printed));
        String line = printed.toString();
        String expected = "[g1,t,0]::OffsetAndMetadata(offset=42, leaderEpoch=Optional[5], metadata=, commitTimestamp=";
        assertTrue(line.startsWith(expected), line);
    }
}
