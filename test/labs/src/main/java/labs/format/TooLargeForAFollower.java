package labs.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import labs.rig.LoneLog;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.junit.jupiter.api.Test;

/**
 * Proves a sentence of key-implementation/message-format.md:
 *
 * - Traps: "followers compare, too. One that has yet to fetch a larger batch throws RecordTooLargeException"
 */
class TooLargeForAFollower {
    private static MemoryRecords batch(int valueBytes) {
        return MemoryRecords.withRecords(0L, CompressionType.NONE, 0, new SimpleRecord("x".repeat(valueBytes).getBytes()));
    }

    @Test
    void aFollowerRefusesABatchAboveTheLimit() throws Exception {
        try (LoneLog lone = new LoneLog(Map.of("max.message.bytes", "100"))) {
            assertThrows(RecordTooLargeException.class, () -> lone.log.appendAsFollower(batch(100)));
            assertEquals(0, lone.log.logEndOffset());
            lone.log.appendAsFollower(batch(10));
            assertEquals(1, lone.log.logEndOffset(), "a smaller one is taken");
        }
    }
}
