package labs.compaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.RandomAccessFile;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.LogLines;
import labs.rig.Metric;
import labs.rig.Wait;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/log-compaction.md:
 *
 * - Failure and recovery: "Any other exception, from the cleaning or from retention: the partition is marked."
 * - Traps: "refuses it on a compacted topic with CORRUPT_MESSAGE; the Java producer retries until its delivery timeout is
 *   over or its retries are used up."
 */
class Uncleanable {
    @Test
    void aBrokenSegmentMarksItsPartitionAndTheThreadGoesOn() throws Exception {
        try (Broker broker = new Broker(Map.of());
                LogLines lines = new LogLines("kafka.log.LogCleaner", Level.WARN)) {
            Map<String, String> settings =
                    Map.of("cleanup.policy", "compact", "segment.bytes", "80", "min.cleanable.dirty.ratio", "1");
            Written broken = new Written(broker, settings);
            broken.write("a=1", "a=2", "a=3");
            File segment = new File(broker.logFolder(), broken.topic + "-0/00000000000000000000.log");
            try (RandomAccessFile file = new RandomAccessFile(segment, "rw")) {
                // The length of the first batch is now larger than the file.
                file.seek(8);
                file.writeInt(1_000_000);
            }
            broken.cleanFromNowOn();
            Written healthy = new Written(broker, Written.compacted("60000"));
            healthy.write("a=1", "a=2", "z=1");
            Wait.until("the cleaner gives the broken log up", () -> lines.have("Unexpected exception thrown when cleaning log"));
            assertTrue(lines.have(broken.topic + "-0"));
            Wait.until("the other log is cleaned", () -> healthy.read().toString().equals("[1:a=2, 2:z=1]"));
            String gauge = "kafka.log:type=LogCleanerManager,name=uncleanable-partitions-count,logDirectory=";
            assertEquals(1, Metric.of(gauge + '"' + broker.logFolder() + '"', "Value"));
        }
    }

    @Test
    void aRecordWithoutAKeyIsRefusedAndRetriedInVain() throws Exception {
        Broker broker = Broker.shared();
        String topic = Clients.newTopic(broker, Map.of("cleanup.policy", "compact"));
        Map<String, Object> settings = Map.of("retries", 2, "retry.backoff.ms", 10);
        try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), settings)) {
            ExecutionException failure =
                    assertThrows(ExecutionException.class, () -> producer.send(new ProducerRecord<>(topic, "value")).get());
            assertInstanceOf(CorruptRecordException.class, failure.getCause());
        }
        Map<String, Object> untilTheTimeout = Map.of("delivery.timeout.ms", 500, "request.timeout.ms", 500);
        try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), untilTheTimeout)) {
            ExecutionException failure =
                    assertThrows(ExecutionException.class, () -> producer.send(new ProducerRecord<>(topic, "value")).get());
            assertInstanceOf(TimeoutException.class, failure.getCause());
        }
    }
}
