package labs.throughput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Fetch;
import labs.rig.RawConnection;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.FetchResponse;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/motivation.md:
 *
 * - Long poll: "each counts at most its own limit."
 * - Long poll: "A fetch from an older segment (unless throttled) completes with fewer bytes."
 */
class WaitingFetch {
    private static final short VERSION = 10;
    private static final int WAIT_MS = 500;
    private static final int LONG_MS = 15_000;
    private final Broker broker = Broker.shared();

    private String topicWith(int records, Map<String, String> settings) throws Exception {
        String topic = Clients.newTopic(broker, settings);
        try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), Map.of())) {
            for (int number = 0; number < records; number++) producer.send(new ProducerRecord<>(topic, "value")).get();
        }
        return topic;
    }

    /** Receives the answer to a fetch. Returns how many bytes of records it brings. */
    private static int receive(RawConnection connection, String topic) throws Exception {
        FetchResponse<?> answer = connection.receive(ApiKeys.FETCH, VERSION);
        return answer.responseData().get(new TopicPartition(topic, 0)).records.sizeInBytes();
    }

    @Test
    void aFetchWaitsForMoreBytesThanItsLimitLetsCount() throws Exception {
        String topic = topicWith(5, Map.of());
        try (RawConnection connection = new RawConnection(broker.port())) {
            int limit = broker.log(topic).activeSegment().size() / 2;
            // It asks for more bytes than its limit, so that no append can ever end the wait.
            long start = System.nanoTime();
            connection.send(ApiKeys.FETCH, Fetch.request(topic, WAIT_MS, limit), VERSION);
            assertEquals(limit, receive(connection, topic), "there was enough for it");
            long ms = (System.nanoTime() - start) / 1_000_000;
            assertTrue(ms >= WAIT_MS, "and still it waited: " + ms + " ms");
        }
    }

    @Test
    void aFetchFromAnOlderSegmentIsAnsweredWithFewerBytes() throws Exception {
        String topic = topicWith(3, Map.of("segment.bytes", "80"));
        assertTrue(broker.log(topic).numberOfSegments() > 1);
        try (RawConnection connection = new RawConnection(broker.port())) {
            connection.send(ApiKeys.FETCH, Fetch.request(topic, LONG_MS, 1_000_000), VERSION);
            assertTrue(connection.answersWithin(LONG_MS - 1000), "it doesn't wait");
            assertTrue(receive(connection, topic) > 0);
        }
    }
}
