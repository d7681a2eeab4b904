package labs.efficiency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.LogLines;
import labs.rig.Wait;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.Sender;
import org.apache.kafka.common.record.CompressionRatioEstimator;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/efficiency.md:
 *
 * - Failure and recovery: "splits it into batches of batch.size and sets the estimated ratio to 1 or more."
 * - Failure and recovery: "may come out as it was, and is refused and split until its delivery timeout."
 * - Failure and recovery: "a batch that was split goes on counting as in flight: when its delivery timeout is over, its
 *   callbacks run with TimeoutException, even if its parts were acknowledged"
 */
class SplitBatch {
    private static final String SPLITTING = "splitting and retrying";
    private static final String UNCAUGHT = "Uncaught error in kafka producer I/O thread";
    private static final String ACKNOWLEDGED = "acknowledged";
    private static final String TIMEOUT = "TimeoutException";
    private static final int RECORDS = 8;
    private final Broker broker = Broker.shared();
    private final List<String> callbacks = new CopyOnWriteArrayList<>();

    private static KafkaProducer<byte[], byte[]> producer(Broker broker, int batchSize) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers", broker.address(),
                        "batch.size", batchSize,
                        "compression.type", "gzip",
                        "linger.ms", 500,
                        "delivery.timeout.ms", 3000,
                        "request.timeout.ms", 2000);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends records of 1000 bytes that don't shrink, in one batch, to a topic that takes 5000 bytes at once. */
    private String send(KafkaProducer<byte[], byte[]> producer) throws Exception {
        String topic = Clients.newTopic(broker, Map.of("max.message.bytes", "5000"));
        producer.partitionsFor(topic);
        // The producers of this process then expect that all of the records fit into one batch.
        CompressionRatioEstimator.setEstimation(topic, CompressionType.GZIP, 0.05f);
        Random random = new Random(1);
        for (int number = 0; number < RECORDS; number++) {
            byte[] value = new byte[1000];
            random.nextBytes(value);
            producer.send(
                    new ProducerRecord<>(topic, value),
                    (metadata, error) -> callbacks.add(error == null ? ACKNOWLEDGED : error.getClass().getSimpleName()));
        }
        return topic;
    }

    private long count(String outcome) {
        return callbacks.stream().filter(outcome::equals).count();
    }

    @Test
    void theCallbacksOfASplitBatchRunAgainWhenItsTimeIsOver() throws Exception {
        try (LogLines lines = new LogLines(Sender.class, Level.WARN);
                KafkaProducer<byte[], byte[]> producer = producer(broker, 2000)) {
            String topic = send(producer);
            Wait.until("all records are acknowledged", () -> count(ACKNOWLEDGED) == RECORDS);
            assertEquals(1, lines.count(SPLITTING), lines.toString());
            assertEquals(1, CompressionRatioEstimator.estimation(topic, CompressionType.GZIP), 0.3f);
            assertEquals(RECORDS, broker.log(topic).logEndOffset());
            Wait.until("they are told to have failed, too", () -> count(TIMEOUT) == RECORDS);
            Wait.until("the I/O thread has met an error", () -> lines.have(UNCAUGHT));
        }
    }

    @Test
    void aBatchThatSplittingDoesNotMakeSmallerIsSplitUntilItsTimeIsOver() throws Exception {
        try (LogLines lines = new LogLines(Sender.class, Level.WARN);
                KafkaProducer<byte[], byte[]> producer = producer(broker, 16_384)) {
            String topic = send(producer);
            Wait.until("the records have failed", () -> count(TIMEOUT) >= RECORDS);
            assertTrue(lines.count(SPLITTING) > 1, "it was split " + lines.count(SPLITTING) + " times");
            Wait.until("the I/O thread has met an error", () -> lines.have(UNCAUGHT));
            assertEquals(0, broker.log(topic).logEndOffset());
        }
    }
}
