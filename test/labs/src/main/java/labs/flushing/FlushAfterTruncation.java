package labs.flushing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import kafka.log.Log;
import labs.rig.LoneLog;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/flushing.md:
 *
 * - Traps: "is cut below it before the task ends, the recovery point is set above the end of the log. Until the log has
 *   grown past it"
 * - Traps: "even with flush.messages=1"
 */
class FlushAfterTruncation {
    @Test
    void theTaskOfARollSetsTheRecoveryPointAboveATruncatedLog() throws Exception {
        try (LoneLog lone = new LoneLog(Map.of("segment.bytes", "500", "flush.messages", "1"))) {
            Log log = lone.log;
            while (log.numberOfSegments() < 2) lone.append("value");
            long rolledAt = log.activeSegment().baseOffset();
            log.truncateTo(rolledAt - 3);
            lone.runTasks("flush-log");
            assertEquals(rolledAt, log.recoveryPoint());
            assertTrue(log.logEndOffset() < log.recoveryPoint(), "the recovery point is above the log's end");
            for (int left = 3; left > 0; left--) {
                assertTrue(log.unflushedMessages() < 0, "an append is not counted");
                lone.append("value");
            }
            assertEquals(rolledAt, log.recoveryPoint(), "nothing was forced on the way");
            lone.append("value");
            assertEquals(rolledAt + 1, log.recoveryPoint(), "the next append is forced");
        }
    }
}
