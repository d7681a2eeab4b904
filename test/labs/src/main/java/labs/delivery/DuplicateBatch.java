package labs.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.protocol.ApiKeys;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/delivery-semantics.md:
 *
 * - One batch that is sent twice: "takes the offsets of the first append; nothing is written."
 * - Retries: "Without idempotence the retry is then a second copy"
 */
class DuplicateBatch {
    private final Broker broker = Broker.shared();

    /** Sends one record whose first answer is lost. Returns its offset as the producer is told. */
    private long sendTwice(String topic, boolean idempotent) throws Exception {
        Map<String, Object> settings = Map.of("enable.idempotence", idempotent, "acks", "all");
        try (KafkaProducer<String, String> producer = Clients.producer(broker.wiredAddress(), settings)) {
            broker.wire.loseAnswers(ApiKeys.PRODUCE, 1);
            RecordMetadata told = producer.send(new ProducerRecord<>(topic, "value")).get();
            assertEquals(2, broker.wire.requests(ApiKeys.PRODUCE), "produce requests that the broker received");
            return told.offset();
        }
    }

    @Test
    void aBatchOfAnIdempotentProducerThatIsSentTwiceIsAppendedOnce() throws Exception {
        String topic = Clients.newTopic(broker, Map.of());
        assertEquals(0, sendTwice(topic, true));
        assertEquals(1, broker.log(topic).logEndOffset());
    }

    @Test
    void withoutIdempotenceTheRetryIsASecondCopy() throws Exception {
        String topic = Clients.newTopic(broker, Map.of());
        assertEquals(1, sendTwice(topic, false));
        assertEquals(2, broker.log(topic).logEndOffset());
    }
}
