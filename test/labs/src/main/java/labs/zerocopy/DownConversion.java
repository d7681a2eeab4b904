package labs.zerocopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Fetch;
import labs.rig.Metric;
import labs.rig.RawConnection;
import labs.rig.Wait;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/zero-copy.md:
 *
 * - What you see when it goes wrong: "upgrade clients that use 3 or below, or refuse them with
 *   message.downconversion.enable=false"
 */
class DownConversion {
    private final Broker broker = Broker.shared();

    private String topicWithARecord(Map<String, String> settings) throws Exception {
        String topic = Clients.newTopic(broker, settings);
        try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), Map.of())) {
            producer.send(new ProducerRecord<>(topic, "value")).get();
        }
        return topic;
    }

    private static double conversions(String topic) {
        String name = "kafka.server:type=BrokerTopicMetrics,name=FetchMessageConversionsPerSec,topic=";
        return Metric.of(name + topic, "Count");
    }

    @Test
    void aFetchOfVersion3IsConvertedAndOneOfVersion4IsNot() throws Exception {
        String topic = topicWithARecord(Map.of());
        try (RawConnection connection = new RawConnection(broker.port())) {
            byte kept = Fetch.partition(connection, topic, 4, 10_000).records.batches().iterator().next().magic();
            assertEquals(2, kept);
            assertEquals(0, conversions(topic));
            byte converted = Fetch.partition(connection, topic, 3, 10_000).records.batches().iterator().next().magic();
            assertEquals(1, converted);
            Wait.until("the conversion is counted", () -> conversions(topic) == 1);
        }
    }

    @Test
    void aTopicMayRefuseOldConsumers() throws Exception {
        String topic = topicWithARecord(Map.of("message.downconversion.enable", "false"));
        try (RawConnection connection = new RawConnection(broker.port())) {
            assertEquals(Errors.UNSUPPORTED_VERSION, Fetch.partition(connection, topic, 3, 10_000).error);
            assertTrue(Fetch.partition(connection, topic, 4, 10_000).records.sizeInBytes() > 0);
        }
    }
}
