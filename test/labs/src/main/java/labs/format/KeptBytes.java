package labs.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Map;
import labs.rig.LoneLog;
import org.apache.kafka.common.record.ControlRecordType;
import org.apache.kafka.common.record.EndTransactionMarker;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/message-format.md:
 *
 * - Control batches: "and the coordinator's epoch (4 bytes): 78 bytes in all."
 * - What the leader checks: "a v2 batch gets the leader's clock as max timestamp, and bit 3; the create times stay in its
 *   bytes"
 */
class KeptBytes {
    private static final int FIRST_TIMESTAMP_AT = 27;
    private static final int MAX_TIMESTAMP_AT = 35;
    private static final int LOG_APPEND_TIME = 8;
    private static final int ATTRIBUTES_AT = 21;

    @Test
    void aTransactionMarkerHas78Bytes() {
        for (ControlRecordType type : new ControlRecordType[] {ControlRecordType.ABORT, ControlRecordType.COMMIT}) {
            EndTransactionMarker marker = new EndTransactionMarker(type, 3);
            short epoch = 0;
            MemoryRecords batch = MemoryRecords.withEndTransactionMarker(4711, epoch, marker);
            assertEquals(78, batch.sizeInBytes());
            assertTrue(batch.batches().iterator().next().isControlBatch());
        }
    }

    @Test
    void withLogAppendTimeTheCreateTimeIsStillInTheFile() throws Exception {
        long created = 1000;
        long before = System.currentTimeMillis();
        try (LoneLog lone = new LoneLog(Map.of("message.timestamp.type", "LogAppendTime"))) {
            lone.append("value", created);
            RecordBatch batch = lone.log.activeSegment().log().batches().iterator().next();
            assertEquals(TimestampType.LOG_APPEND_TIME, batch.timestampType());
            assertTrue(batch.maxTimestamp() >= before);
            assertEquals(batch.maxTimestamp(), batch.iterator().next().timestamp(), "a reader sees the leader's time");
            lone.log.flush();
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(lone.log.activeSegment().log().file().toPath()));
            assertEquals(created, bytes.getLong(FIRST_TIMESTAMP_AT));
            assertEquals(batch.maxTimestamp(), bytes.getLong(MAX_TIMESTAMP_AT));
            assertEquals(LOG_APPEND_TIME, bytes.getShort(ATTRIBUTES_AT));
        }
    }
}
