package labs.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/producer-memory.md:
 *
 * - Traps: "each begun batch takes a whole batch.size out of buffer.memory, however little is in it."
 * - Traps: "a caller that needs one more waits until one of them is finished."
 * - What you see: "at the I/O thread's next pass a waiting thread makes each first batch sendable that isn't in back-off,
 *   so lingering stops"
 * - Five questions: "a caller that begins to wait doesn't wake that thread: if it sleeps while all batches linger, they
 *   linger on."
 * - Failure and recovery: "An interrupt while waiting ends the same way for the pool, and as InterruptException for the
 *   caller."
 * - Failure and recovery: "aborted batches free memory and wake waiters, who then meet the flag and fail with
 *   KafkaException."
 * - The size of a record: "with the default limits a record of 2 MB that would shrink to 50 KB is refused."
 */
class UnfinishedBatches {
    private static final int BATCH = 16_384;
    private static final int LONG_MS = 60_000;
    private final Broker broker = Broker.shared();

    /** Makes a producer with memory for two batches, which by itself would send nothing for a minute. */
    private KafkaProducer<String, String> producer() {
        Map<String, Object> settings = Map.of("buffer.memory", 2 * BATCH, "linger.ms", LONG_MS, "max.block.ms", LONG_MS);
        return Clients.producer(broker.wiredAddress(), settings);
    }

    private static double metric(KafkaProducer<String, String> producer, String name) {
        var metrics = producer.metrics().entrySet().stream().filter(metric -> metric.getKey().name().equals(name));
        return metrics.mapToDouble(metric -> (double) metric.getValue().metricValue()).findFirst().orElseThrow();
    }

    private static Future<RecordMetadata> send(KafkaProducer<String, String> producer, String topic, int partition) {
        return producer.send(new ProducerRecord<>(topic, partition, null, "value"));
    }

    /** Sends to a third partition on a thread of its own. Returns what is thrown, or null at the end. */
    private static AtomicReference<Throwable> sendAThird(KafkaProducer<String, String> producer, String topic, Thread[] caller) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable sending =
                () -> {
                    try {
                        send(producer, topic, 2);
                    } catch (Throwable error) {
                        failure.set(error);
                    }
                };
        caller[0] = new Thread(sending, "labs-caller");
        caller[0].start();
        Wait.until("the caller waits", () -> metric(producer, "waiting-threads") == 1);
        return failure;
    }

    @Test
    void twoSmallRecordsFillTheMemoryAndAThirdEndsTheirLingerAtTheNextPass() throws Exception {
        String topic = Clients.newTopic(broker, 3, Map.of());
        try (KafkaProducer<String, String> producer = producer()) {
            producer.partitionsFor(topic);
            broker.wire.holdAnswers(ApiKeys.PRODUCE);
            send(producer, topic, 0);
            assertEquals(BATCH, metric(producer, "buffer-available-bytes"), "a few bytes have taken a whole batch");
            send(producer, topic, 1);
            assertEquals(0, metric(producer, "buffer-available-bytes"));
            assertEquals(0, broker.wire.requests(ApiKeys.PRODUCE), "both linger");
            Thread[] caller = new Thread[1];
            AtomicReference<Throwable> failure = sendAThird(producer, topic, caller);
            caller[0].join(1000);
            assertEquals(0, broker.wire.requests(ApiKeys.PRODUCE), "both linger on: the I/O thread sleeps");
            // The question wakes the I/O thread.
            producer.partitionsFor(Clients.newTopic(broker, Map.of()));
            Wait.until("the two batches are sent", () -> broker.wire.requests(ApiKeys.PRODUCE) == 1);
            assertEquals(1, metric(producer, "waiting-threads"), "sending alone gives nothing back");
            broker.wire.release();
            caller[0].join();
            assertEquals(null, failure.get());
        }
    }

    @Test
    void aWaitingCallerEndsByAnInterruptOrAForcedClose() throws Exception {
        String topic = Clients.newTopic(broker, 3, Map.of());
        KafkaProducer<String, String> producer = producer();
        producer.partitionsFor(topic);
        broker.wire.holdAnswers(ApiKeys.PRODUCE);
        Future<RecordMetadata> first = send(producer, topic, 0);
        send(producer, topic, 1);
        Thread[] caller = new Thread[1];
        AtomicReference<Throwable> failure = sendAThird(producer, topic, caller);
        caller[0].interrupt();
        caller[0].join();
        assertInstanceOf(InterruptException.class, failure.get());
        assertEquals(0, metric(producer, "waiting-threads"), "its place in the queue is free");

        failure = sendAThird(producer, topic, caller);
        CompletableFuture.runAsync(() -> producer.close(Duration.ZERO));
        caller[0].join();
        assertEquals(KafkaException.class, failure.get().getClass());
        assertThrows(ExecutionException.class, first::get);
        broker.wire.release();
    }

    @Test
    void theSizeOfARecordIsTakenBeforeItIsCompressed() throws Exception {
        String topic = Clients.newTopic(broker, Map.of());
        try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), Map.of("compression.type", "gzip"))) {
            Future<RecordMetadata> large = producer.send(new ProducerRecord<>(topic, "x".repeat(2_000_000)));
            Throwable cause = assertThrows(ExecutionException.class, large::get).getCause();
            assertInstanceOf(RecordTooLargeException.class, cause);
            assertTrue(cause.getMessage().contains("larger than the maximum request size"), cause.getMessage());
        }
    }
}
