package labs.producer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import labs.rig.Broker;
import labs.rig.Clients;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/producer.md:
 *
 * - On the broker: "Else bad partitions get their error and the others go on: a request can succeed in part."
 */
class OneBatchOneFate {
    private final Broker broker = Broker.shared();

    @Test
    void oneRequestFailsForOnePartitionAndSucceedsForAnother() throws Exception {
        String refusing = Clients.newTopic(broker, Map.of("max.message.bytes", "10"));
        String accepting = Clients.newTopic(broker, Map.of());
        try (KafkaProducer<String, String> producer = Clients.producer(broker.wiredAddress(), Map.of("linger.ms", 60_000))) {
            producer.partitionsFor(refusing);
            producer.partitionsFor(accepting);
            Future<RecordMetadata> refused = producer.send(new ProducerRecord<>(refusing, "value"));
            Future<RecordMetadata> accepted = producer.send(new ProducerRecord<>(accepting, "value"));
            Future<RecordMetadata> companion = producer.send(new ProducerRecord<>(accepting, "value"));
            producer.flush();
            assertInstanceOf(RecordTooLargeException.class, assertThrows(ExecutionException.class, refused::get).getCause());
            assertEquals(0, accepted.get().offset());
            assertEquals(1, companion.get().offset());
        }
        assertEquals(1, broker.wire.requests(ApiKeys.PRODUCE));
    }
}
