package labs.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.serialization.IntegerDeserializer;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/consumer.md:
 *
 * - Commits: "commits the positions as they are, before this poll takes more"
 * - Traps: "with auto-commit it commits the positions, and with them the records that failed."
 * - Traps: "is thrown away by the next poll that comes to it, and fetched again."
 * - From bytes to records: "drops a part whose partition isn't fetchable or whose offset isn't the position any more."
 * - Deserialization: "Records before the bad one are returned first, the position stays at it; the next poll tries it
 *   again and throws."
 */
class PositionsAndCommits {
    private final Broker broker = Broker.shared();

    private TopicPartition partitionWith(String... values) throws Exception {
        String topic = Clients.newTopic(broker, Map.of());
        try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), Map.of("linger.ms", 60_000))) {
            for (String value : values) producer.send(new ProducerRecord<>(topic, value));
        }
        return new TopicPartition(topic, 0);
    }

    private KafkaConsumer<String, String> oneByOne(TopicPartition partition, Map<String, Object> own) {
        Map<String, Object> settings = new HashMap<>(own);
        settings.putAll(Map.of("max.poll.records", 1, "auto.offset.reset", "earliest", "group.id", partition.topic()));
        KafkaConsumer<String, String> consumer = Clients.consumer(broker.wiredAddress(), settings);
        consumer.assign(List.of(partition));
        return consumer;
    }

    private static <V> ConsumerRecords<String, V> next(KafkaConsumer<String, V> consumer) {
        while (true) {
            ConsumerRecords<String, V> records = consumer.poll(Duration.ofMillis(100));
            if (!records.isEmpty()) return records;
        }
    }

    private OffsetAndMetadata committed(TopicPartition partition) {
        try (KafkaConsumer<String, String> other = Clients.consumer(broker.address(), Map.of("group.id", partition.topic()))) {
            return other.committed(partition);
        }
    }

    @Test
    void autoCommitTakesThePositionsOfThePollBefore() throws Exception {
        TopicPartition partition = partitionWith("1", "2", "3");
        KafkaConsumer<String, String> consumer = oneByOne(partition, Map.of("auto.commit.interval.ms", 300));
        next(consumer);
        assertEquals(1, consumer.position(partition), "the position is past the record before it is processed");
        Thread.sleep(400);
        OffsetAndMetadata early = committed(partition);
        assertEquals(0, early == null ? 0 : early.offset(), "no thread commits in the background");
        assertEquals("2", next(consumer).iterator().next().value());
        Wait.until("the commit of that poll is stored", () -> committed(partition) != null && committed(partition).offset() > 0);
        assertEquals(1, committed(partition).offset(), "the record of this poll isn't committed");
        consumer.close();
        assertEquals(2, committed(partition).offset(), "close() commits what wasn't processed");
    }

    @Test
    void theBufferedRecordsOfAPausedPartitionAreFetchedAgain() throws Exception {
        TopicPartition partition = partitionWith("1", "2", "3", "4", "5", "6");
        try (KafkaConsumer<String, String> consumer = oneByOne(partition, Map.of("enable.auto.commit", false))) {
            next(consumer);
            int fetches = broker.wire.requests(ApiKeys.FETCH);
            next(consumer);
            next(consumer);
            assertEquals(fetches, broker.wire.requests(ApiKeys.FETCH), "buffered records need no request");
            consumer.pause(List.of(partition));
            consumer.poll(Duration.ofMillis(10));
            consumer.resume(List.of(partition));
            assertEquals("4", next(consumer).iterator().next().value());
            assertEquals(fetches + 1, broker.wire.requests(ApiKeys.FETCH));
            assertNull(committed(partition));
        }
    }

    @Test
    void aSeekDropsWhatIsBuffered() throws Exception {
        TopicPartition partition = partitionWith("1", "2", "3", "4", "5", "6");
        try (KafkaConsumer<String, String> consumer = oneByOne(partition, Map.of("enable.auto.commit", false))) {
            next(consumer);
            int fetches = broker.wire.requests(ApiKeys.FETCH);
            consumer.seek(partition, 4);
            assertEquals("5", next(consumer).iterator().next().value());
            assertEquals(fetches + 1, broker.wire.requests(ApiKeys.FETCH), "though the record was in the buffer");
        }
    }

    @Test
    void aRecordThatCanNotBeDeserializedStopsTheConsumerUntilASeek() throws Exception {
        TopicPartition partition = partitionWith("1234", "too long", "5678");
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.address(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new IntegerDeserializer(), new IntegerDeserializer())) {
            consumer.assign(List.of(partition));
            ConsumerRecords<Integer, Integer> good = consumer.poll(Duration.ofSeconds(10));
            assertEquals(1, good.count());
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThrows(SerializationException.class, () -> consumer.poll(Duration.ofSeconds(10)));
                assertEquals(1, consumer.position(partition));
            }
            consumer.seek(partition, 2);
            assertEquals(2, consumer.poll(Duration.ofSeconds(10)).iterator().next().offset());
        }
    }
}
