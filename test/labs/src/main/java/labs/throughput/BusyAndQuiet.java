package labs.throughput;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/motivation.md:
 *
 * - Traps: "The next fetch leaves it out and asks only for the quiet one, so it waits up to 500 ms. When the buffer is
 *   empty before, the consumer can't ask that broker for more."
 * - Traps: "Lower fetch.max.wait.ms, or raise max.poll.records above what a fetch brings"
 */
class BusyAndQuiet {
    private static final int WAIT_MS = 1000;
    private static final int LONG_MS = 20_000;
    private static final int RECORDS = 200;
    private final Broker broker = Broker.shared();

    /** Makes a topic whose partition 0 has batches of one record, and whose partition 1 has nothing. */
    private String busyTopic() throws Exception {
        String topic = Clients.newTopic(broker, 2, Map.of());
        try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), Map.of("batch.size", 0))) {
            for (int number = 0; number < RECORDS; number++) producer.send(new ProducerRecord<>(topic, 0, null, "value"));
        }
        return topic;
    }

    /** Reads all records. Returns how long that took. */
    private long msToReadAll(String topic, int maxPollRecords, int maxWaitMs) {
        // A fetch brings about a fourth of the records.
        Map<String, Object> settings =
                Map.of(
                        "max.poll.records", maxPollRecords,
                        "max.partition.fetch.bytes", (int) (broker.log(topic).size() / 4),
                        "fetch.max.wait.ms", maxWaitMs);
        List<TopicPartition> both = List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
        try (KafkaConsumer<String, String> consumer = Clients.consumer(broker.address(), settings)) {
            consumer.assign(both);
            consumer.seekToBeginning(both);
            long start = System.nanoTime();
            for (int read = 0; read < RECORDS; ) read += consumer.poll(Duration.ofSeconds(1)).count();
            return (System.nanoTime() - start) / 1_000_000;
        }
    }

    @Test
    void aBufferedPartitionIsLeftOutOfTheFetchThatThenWaits() throws Exception {
        long ms = msToReadAll(busyTopic(), 20, WAIT_MS);
        assertTrue(ms >= 3 * WAIT_MS, "three fetches waited in vain, though there was more to read: " + ms + " ms");
    }

    @Test
    void aPollThatEmptiesTheBufferNeverWaits() throws Exception {
        long ms = msToReadAll(busyTopic(), RECORDS, LONG_MS);
        assertTrue(ms < LONG_MS, "no fetch waited: " + ms + " ms");
    }

    @Test
    void aShorterWaitShortensTheReading() throws Exception {
        long ms = msToReadAll(busyTopic(), 20, 1);
        assertTrue(ms < 3 * WAIT_MS, "the fetches waited shortly: " + ms + " ms");
    }
}
