package labs.throughput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.protocol.ApiKeys;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/motivation.md:
 *
 * - One pass of the I/O thread: "The batches stay and take more records, up to batch.size, with linger.ms=0 too."
 * - One request for each broker: "If a broker is ready, the first batch of each of its partitions goes along (unless muted
 *   or in retry back-off), also before linger.ms is over."
 * - Traps: "if no other thread sends through this producer and a record doesn't fill a batch, each waits the whole
 *   linger.ms."
 */
class GrowingBatch {
    private static final int LINGER_MS = 200;
    private final Broker broker = Broker.shared();

    @Test
    void whileABrokerCanNotTakeARequestTheRecordsGatherInOneBatch() throws Exception {
        String topic = Clients.newTopic(broker, Map.of());
        Map<String, Object> settings = Map.of("linger.ms", 0, "max.in.flight.requests.per.connection", 1);
        try (KafkaProducer<String, String> producer = Clients.producer(broker.wiredAddress(), settings)) {
            producer.partitionsFor(topic);
            broker.wire.holdAnswers(ApiKeys.PRODUCE);
            producer.send(new ProducerRecord<>(topic, "first"));
            Wait.until("a request is in flight", () -> broker.wire.requests(ApiKeys.PRODUCE) == 1);
            List<Future<RecordMetadata>> others = new ArrayList<>();
            for (int number = 0; number < 100; number++) others.add(producer.send(new ProducerRecord<>(topic, "value")));
            broker.wire.release();
            for (Future<RecordMetadata> other : others) other.get();
            assertEquals(2, broker.wire.requests(ApiKeys.PRODUCE), "a hundred records need one more request");
        }
    }

    @Test
    void aLingeringBatchGoesAlongWithAFullOneForTheSameBroker() throws Exception {
        String topic = Clients.newTopic(broker, 2, Map.of());
        Map<String, Object> settings = Map.of("linger.ms", 600_000, "batch.size", 1000, "delivery.timeout.ms", 900_000);
        try (KafkaProducer<String, String> producer = Clients.producer(broker.wiredAddress(), settings)) {
            producer.partitionsFor(topic);
            Future<RecordMetadata> lingering = producer.send(new ProducerRecord<>(topic, 0, null, "value"));
            // The second record doesn't fit beside the first one, which makes the first one's batch full.
            for (int number = 0; number < 2; number++) producer.send(new ProducerRecord<>(topic, 1, null, "x".repeat(600)));
            assertEquals(0, lingering.get(60, TimeUnit.SECONDS).offset());
            assertEquals(1, broker.wire.requests(ApiKeys.PRODUCE), "both are in one request");
        }
    }

    @Test
    void whoWaitsForEachRecordWaitsTheWholeLingerEachTime() throws Exception {
        String topic = Clients.newTopic(broker, Map.of());
        try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), Map.of("linger.ms", LINGER_MS))) {
            producer.partitionsFor(topic);
            long start = System.nanoTime();
            for (int number = 0; number < 5; number++) producer.send(new ProducerRecord<>(topic, "value")).get();
            long ms = (System.nanoTime() - start) / 1_000_000;
            assertTrue(ms >= 5 * LINGER_MS, "five records took " + ms + " ms");
        }
    }
}
