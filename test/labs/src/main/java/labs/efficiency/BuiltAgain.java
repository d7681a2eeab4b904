package labs.efficiency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Metric;
import labs.rig.Produce;
import labs.rig.RawConnection;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.record.SimpleRecord;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/efficiency.md:
 *
 * - Traps: "any value but producer makes the leader build each batch of another codec again, and uncompressed stores
 *   compressed batches plain."
 * - Traps: "the meter counts all records built again, for a codec, too, and not the decompression of a batch that is kept."
 * - Checksum: "The leader changes base offset and epoch without touching it. With message.timestamp.type=LogAppendTime it
 *   can't:"
 * - Record: "A value of 50 bytes without key or headers takes 57, if both deltas take one, and 118 in its own batch."
 */
class BuiltAgain {
    private static final String CONVERSIONS =
            "kafka.server:type=BrokerTopicMetrics,name=ProduceMessageConversionsPerSec,topic=";
    private final Broker broker = Broker.shared();

    /** Sends a batch. Returns it as it is stored. */
    private RecordBatch stored(String topic, MemoryRecords records) throws Exception {
        try (RawConnection connection = new RawConnection(broker.port())) {
            assertEquals(Errors.NONE, Produce.records(connection, topic, records).error);
        }
        return broker.log(topic).activeSegment().log().batches().iterator().next();
    }

    private static MemoryRecords threeRecords(CompressionType codec) {
        long now = System.currentTimeMillis();
        SimpleRecord[] records = new SimpleRecord[3];
        for (int number = 0; number < 3; number++) records[number] = new SimpleRecord(now, "x".repeat(50).getBytes());
        return MemoryRecords.withRecords(codec, records);
    }

    private static double conversions(String topic) {
        return Metric.of(CONVERSIONS + topic, "Count");
    }

    @Test
    void theTopicsCodecDecidesWhetherABatchIsBuiltAgain() throws Exception {
        Map<String, CompressionType> kept = Map.of("producer", CompressionType.LZ4, "lz4", CompressionType.LZ4);
        Map<String, CompressionType> built = Map.of("gzip", CompressionType.GZIP, "uncompressed", CompressionType.NONE);
        MemoryRecords records = threeRecords(CompressionType.LZ4);
        for (String setting : kept.keySet()) {
            String topic = Clients.newTopic(broker, Map.of("compression.type", setting));
            RecordBatch batch = stored(topic, records);
            assertEquals(kept.get(setting), batch.compressionType());
            assertEquals(records.batches().iterator().next().checksum(), batch.checksum(), setting);
            assertEquals(0, conversions(topic), "decompressing a batch that is kept isn't counted");
        }
        for (String setting : built.keySet()) {
            String topic = Clients.newTopic(broker, Map.of("compression.type", setting));
            assertEquals(built.get(setting), stored(topic, records).compressionType());
            assertEquals(3, conversions(topic), "the records are counted");
        }
    }

    @Test
    void theChecksumStaysUnlessTheLeaderSetsTheTime() throws Exception {
        MemoryRecords records = threeRecords(CompressionType.NONE);
        long sent = records.batches().iterator().next().checksum();
        RecordBatch asSent = stored(Clients.newTopic(broker, Map.of()), records);
        assertEquals(sent, asSent.checksum());
        assertEquals(0, asSent.partitionLeaderEpoch(), "though the leader has written its epoch");
        String topic = Clients.newTopic(broker, Map.of("message.timestamp.type", "LogAppendTime"));
        assertNotEquals(sent, stored(topic, threeRecords(CompressionType.NONE)).checksum());
        assertEquals(0, conversions(topic), "the batch stays all the same");
    }

    @Test
    void aRecordHasSevenBytesMoreThanItsValueAndABatchSixtyOneMore() {
        MemoryRecords one = MemoryRecords.withRecords(CompressionType.NONE, new SimpleRecord(new byte[50]));
        assertEquals(118, one.sizeInBytes());
        assertEquals(57, one.records().iterator().next().sizeInBytes());
    }
}
