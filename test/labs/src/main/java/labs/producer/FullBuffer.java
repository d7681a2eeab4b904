package labs.producer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import labs.rig.Broker;
import labs.rig.Clients;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/producer.md:
 *
 * - Thrown or returned: "no memory within the rest of it"
 * - Memory: "and gives it back when it is finished or split, not when it is sent."
 */
class FullBuffer {
    private static final int BLOCK_MS = 300;
    private static final int BATCH = 16_384;
    private final Broker broker = Broker.shared();

    @Test
    void sendBlocksWhileTheBufferIsFullAndThenItsFutureFails() throws Exception {
        String topic = Clients.newTopic(broker, Map.of());
        Map<String, Object> settings = Map.of("buffer.memory", BATCH, "batch.size", BATCH, "max.block.ms", BLOCK_MS);
        try (KafkaProducer<String, String> producer = Clients.producer(broker.wiredAddress(), settings)) {
            producer.partitionsFor(topic);
            broker.wire.holdAnswers(ApiKeys.PRODUCE);
            Future<RecordMetadata> first = producer.send(new ProducerRecord<>(topic, "x".repeat(BATCH / 2)));
            long start = System.nanoTime();
            Future<RecordMetadata> second = producer.send(new ProducerRecord<>(topic, "x".repeat(BATCH / 2 + 1)));
            long waited = (System.nanoTime() - start) / 1_000_000;
            assertTrue(waited >= BLOCK_MS, "send() came back after " + waited + " ms");
            assertInstanceOf(TimeoutException.class, assertThrows(ExecutionException.class, second::get).getCause());
            double exhausted =
                    producer.metrics().entrySet().stream()
                            .filter(metric -> metric.getKey().name().equals("buffer-exhausted-total"))
                            .mapToDouble(metric -> (double) metric.getValue().metricValue())
                            .findFirst()
                            .orElseThrow();
            assertEquals(0, exhausted, "buffer-exhausted-total");
            broker.wire.release();
            first.get();
            producer.send(new ProducerRecord<>(topic, "value")).get();
        }
    }
}
