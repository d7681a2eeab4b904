package labs.zerocopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Fetch;
import labs.rig.RawConnection;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/zero-copy.md:
 *
 * - Positions: "Where a byte limit decides the range's end, it is cut at that byte, not at a batch's end."
 * - Budget: "for versions 0 to 2 the limits are hard."
 */
class FetchLimits {
    private final Broker broker = Broker.shared();

    private String topicWithTwoBatches(Map<String, String> settings) throws Exception {
        String topic = Clients.newTopic(broker, settings);
        try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), Map.of())) {
            for (int number = 0; number < 2; number++) producer.send(new ProducerRecord<>(topic, "value")).get();
        }
        return topic;
    }

    @Test
    void theRangeIsCutAtAByteAndTheFirstBatchComesWhole() throws Exception {
        String topic = topicWithTwoBatches(Map.of());
        int batch = broker.log(topic).activeSegment().size() / 2;
        try (RawConnection connection = new RawConnection(broker.port())) {
            assertEquals(batch + 7, Fetch.partition(connection, topic, 4, batch + 7).records.sizeInBytes());
            assertEquals(batch, Fetch.partition(connection, topic, 4, 1).records.sizeInBytes(), "more than the limit");
        }
    }

    @Test
    void beforeVersion3TheLimitIsHard() throws Exception {
        // In this format nothing has to be converted for the old version, which would give other sizes.
        String topic = topicWithTwoBatches(Map.of("message.format.version", "0.10.0"));
        try (RawConnection connection = new RawConnection(broker.port())) {
            assertEquals(1, Fetch.partition(connection, topic, 2, 1).records.sizeInBytes());
            assertTrue(Fetch.partition(connection, topic, 3, 1).records.sizeInBytes() > 1);
        }
    }
}
