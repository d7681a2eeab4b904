package labs.producer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.protocol.ApiKeys;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/producer.md:
 *
 * - Retries: "An in-flight limit of 1 prevents that, or idempotence"
 * - Five questions: "two retries come back reversed."
 */
class ReversedRetries {
    private final Broker broker = Broker.shared();

    /** Sends two batches, loses the answers of both with the connection, and returns what is in the log after the retries. */
    private List<String> valuesAfterRetries(boolean idempotent) throws Exception {
        String topic = Clients.newTopic(broker, Map.of());
        Map<String, Object> settings = Map.of("acks", "all", "enable.idempotence", idempotent);
        try (KafkaProducer<String, String> producer = Clients.producer(broker.wiredAddress(), settings)) {
            producer.partitionsFor(topic);
            broker.wire.holdAnswers(ApiKeys.PRODUCE);
            Future<RecordMetadata> first = producer.send(new ProducerRecord<>(topic, "first"));
            Wait.until("the first is appended", () -> broker.log(topic).logEndOffset() == 1);
            Future<RecordMetadata> second = producer.send(new ProducerRecord<>(topic, "second"));
            Wait.until("the second is appended", () -> broker.log(topic).logEndOffset() == 2);
            broker.wire.loseHeld();
            broker.wire.release();
            first.get();
            second.get();
        }
        return Clients.recordsOf(broker, topic).stream().map(ConsumerRecord::value).collect(Collectors.toList());
    }

    @Test
    void twoRetriesOfAProducerWithoutIdempotenceComeBackReversed() throws Exception {
        assertEquals(List.of("first", "second", "second", "first"), valuesAfterRetries(false));
    }

    @Test
    void idempotenceKeepsTheOrder() throws Exception {
        assertEquals(List.of("first", "second"), valuesAfterRetries(true));
    }
}
