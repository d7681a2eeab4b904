package labs.producer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/producer.md:
 *
 * - Retries: "the delivery timeout is the real limit."
 * - Traps: "A batch that is overdue while its broker is ready, for example after a long callback or garbage collection,
 *   is drained, failed, and sent"
 */
class Overdue {
    private static final int DELIVERY_MS = 1000;
    private final Broker broker = Broker.shared();

    private KafkaProducer<String, String> producer() {
        Map<String, Object> settings =
                Map.of("acks", "all", "delivery.timeout.ms", DELIVERY_MS, "request.timeout.ms", DELIVERY_MS);
        return Clients.producer(broker.wiredAddress(), settings);
    }

    private static void timesOut(Future<RecordMetadata> future) {
        assertInstanceOf(TimeoutException.class, assertThrows(ExecutionException.class, future::get).getCause());
    }

    @Test
    void theDeliveryTimeoutEndsRetriesThatAreLeft() throws Exception {
        String topic = Clients.newTopic(broker, Map.of("min.insync.replicas", "2"));
        try (KafkaProducer<String, String> producer = producer()) {
            producer.partitionsFor(topic);
            long start = System.nanoTime();
            timesOut(producer.send(new ProducerRecord<>(topic, "value")));
            long waited = (System.nanoTime() - start) / 1_000_000;
            assertTrue(waited >= DELIVERY_MS - 100, "it failed after " + waited + " ms");
        }
        assertTrue(broker.wire.requests(ApiKeys.PRODUCE) > 3, "it was tried several times");
    }

    @Test
    void aBatchThatFailedForItsAgeIsSentAllTheSame() throws Exception {
        String topic = Clients.newTopic(broker, Map.of());
        try (KafkaProducer<String, String> producer = producer()) {
            producer.partitionsFor(topic);
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch second = new CountDownLatch(1);
            producer.send(new ProducerRecord<>(topic, "first"), (metadata, error) -> holdUp(begun, second));
            begun.await();
            Future<RecordMetadata> future = producer.send(new ProducerRecord<>(topic, "second"));
            Thread.sleep(DELIVERY_MS + 200);
            second.countDown();
            timesOut(future);
            Wait.until("the second record is appended", () -> broker.log(topic).logEndOffset() == 2);
        }
        assertEquals("second", Clients.recordsOf(broker, topic).get(1).value());
    }

    /** Holds up the producer's I/O thread, as a slow callback does. */
    private static void holdUp(CountDownLatch begun, CountDownLatch until) {
        begun.countDown();
        try {
            until.await();
        } catch (InterruptedException error) {
            throw new IllegalStateException(error);
        }
    }
}
