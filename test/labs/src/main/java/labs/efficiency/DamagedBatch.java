package labs.efficiency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Fetch;
import labs.rig.Metric;
import labs.rig.Produce;
import labs.rig.RawConnection;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.apache.kafka.common.requests.ProduceRequest;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/efficiency.md:
 *
 * - Failure and recovery: "throws, and the partition gets CORRUPT_MESSAGE."
 * - Failure and recovery: "With acks=0 the leader closes the connection, and the batch is lost."
 * - Failure and recovery: "A consumer with check.crcs first returns the records before the batch, then throws"
 * - Failure and recovery: "of each poll(), its other partitions included, until the application seeks past the batch or
 *   pauses the partition."
 * - What you see: "ErrorsPerSec with request=Produce,error=CORRUPT_MESSAGE counts it, FailedProduceRequestsPerSec doesn't."
 */
class DamagedBatch {
    private static final String ERRORS =
            "kafka.network:type=RequestMetrics,name=ErrorsPerSec,request=Produce,error=CORRUPT_MESSAGE";
    private static final String FAILED = "kafka.server:type=BrokerTopicMetrics,name=FailedProduceRequestsPerSec";
    private static final List<String> VALUES = List.of("value0", "value1", "value2");
    private final Broker broker = Broker.shared();

    private static MemoryRecords damaged() {
        ByteBuffer bytes = MemoryRecords.withRecords(CompressionType.NONE, new SimpleRecord("value".getBytes())).buffer();
        int last = bytes.limit() - 2;
        bytes.put(last, (byte) (bytes.get(last) ^ 1));
        return MemoryRecords.readableRecords(bytes);
    }

    @Test
    void theLeaderRefusesADamagedBatchAndClosesTheConnectionWithAcks0() throws Exception {
        String topic = Clients.newTopic(broker, Map.of());
        double errors = Metric.of(ERRORS, "Count");
        double failed = Metric.of(FAILED, "Count");
        try (RawConnection connection = new RawConnection(broker.port())) {
            assertEquals(Errors.CORRUPT_MESSAGE, Produce.records(connection, topic, damaged()).error);
            assertEquals(errors + 1, Metric.of(ERRORS, "Count"));
            Map<TopicPartition, MemoryRecords> records = Map.of(new TopicPartition(topic, 0), damaged());
            ProduceRequest.Builder request = ProduceRequest.Builder.forCurrentMagic((short) 0, 1000, records);
            connection.send(ApiKeys.PRODUCE, request, request.latestAllowedVersion());
            assertThrows(EOFException.class, connection::receiveFrame);
        }
        assertEquals(failed, Metric.of(FAILED, "Count"));
        assertEquals(0, broker.log(topic).logEndOffset());
    }

    @Test
    void aConsumerIsHeldUpByADamagedBatchOfOnePartition() throws Exception {
        String topic = Clients.newTopic(broker, 2, Map.of());
        try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), Map.of("batch.size", 0))) {
            for (String value : VALUES) producer.send(new ProducerRecord<>(topic, 0, null, value)).get();
        }
        int batch = broker.log(topic).activeSegment().size() / 3;
        try (RandomAccessFile file = new RandomAccessFile(broker.log(topic).activeSegment().log().file(), "rw")) {
            file.seek(2L * batch - 2);
            file.write('?');
        }
        try (RawConnection connection = new RawConnection(broker.port())) {
            int sent = Fetch.partition(connection, topic, 10, 1_000_000).records.sizeInBytes();
            assertEquals(3 * batch, sent, "the leader sends it all the same");
        }
        TopicPartition bad = new TopicPartition(topic, 0);
        TopicPartition good = new TopicPartition(topic, 1);
        try (KafkaConsumer<String, String> consumer = Clients.consumer(broker.address(), Map.of())) {
            consumer.assign(List.of(bad));
            consumer.seekToBeginning(List.of(bad));
            assertEquals("value0", consumer.poll(Duration.ofSeconds(20)).iterator().next().value());
            consumer.assign(List.of(bad, good));
            consumer.seekToBeginning(List.of(good));
            try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), Map.of())) {
                producer.send(new ProducerRecord<>(topic, 1, null, "good")).get();
            }
            for (int attempt = 0; attempt < 3; attempt++) {
                KafkaException error = assertThrows(KafkaException.class, () -> consumer.poll(Duration.ofSeconds(20)));
                assertTrue(error.getCause().getMessage().contains("is invalid, cause: "), error.toString());
            }
            consumer.pause(List.of(bad));
            assertEquals("good", consumer.poll(Duration.ofSeconds(20)).iterator().next().value());
            consumer.resume(List.of(bad));
            consumer.seek(bad, 2);
            assertEquals("value2", consumer.poll(Duration.ofSeconds(20)).iterator().next().value());
        }
    }
}
