package labs.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import labs.rig.Broker;
import labs.rig.Clients;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/delivery-semantics.md:
 *
 * - min.insync.replicas: "counts the leader, and stops only acks=all"
 * - Retries: "With acks=0 a batch counts as done when the request is written to the socket."
 */
class TooFewReplicas {
    private final Broker broker = Broker.shared();

    private RecordMetadata send(String topic, String acks) throws Exception {
        Map<String, Object> settings = Map.of("acks", acks, "retries", 0);
        try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), settings)) {
            return producer.send(new ProducerRecord<>(topic, "value")).get();
        }
    }

    @Test
    void onlyAcksAllNeedsMinInsyncReplicas() throws Exception {
        String topic = Clients.newTopic(broker, Map.of("min.insync.replicas", "2"));
        ExecutionException refused = assertThrows(ExecutionException.class, () -> send(topic, "all"));
        assertInstanceOf(NotEnoughReplicasException.class, refused.getCause());
        assertEquals(0, broker.log(topic).logEndOffset());
        assertEquals(0, send(topic, "1").offset());
    }

    @Test
    void withAcksZeroARecordThatTheBrokerRefusesCountsAsSent() throws Exception {
        String topic = Clients.newTopic(broker, Map.of("max.message.bytes", "10"));
        assertThrows(ExecutionException.class, () -> send(topic, "1"));
        assertEquals(-1, send(topic, "0").offset());
        assertEquals(0, broker.log(topic).logEndOffset());
    }
}
