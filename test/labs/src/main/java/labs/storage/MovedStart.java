package labs.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import kafka.log.Log;
import labs.rig.LoneLog;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/log-storage.md:
 *
 * - A truncation: "this.logStartOffset may move down."
 * - Five questions: "replicaHighWatermark is unset, so nothing is deletable."
 */
class MovedStart {
    private static final long OLD = System.currentTimeMillis() - 30L * 86_400_000;

    @Test
    void aTruncationBelowTheStartTakesItDown() throws Exception {
        try (LoneLog lone = new LoneLog(Map.of())) {
            Log log = lone.log;
            for (int number = 0; number < 100; number++) lone.append("value");
            log.maybeIncrementLogStartOffset(50);
            assertEquals(50, log.logStartOffset());
            log.truncateTo(30);
            assertEquals(30, log.logStartOffset());
            assertEquals(30, log.logEndOffset());
        }
    }

    @Test
    void retentionDeletesNothingBeforeTheHighWatermarkIsKnown() throws Exception {
        try (LoneLog lone = new LoneLog(Map.of("segment.bytes", "300"))) {
            Log log = lone.log;
            while (log.numberOfSegments() < 3) lone.append("x".repeat(20), OLD);
            assertEquals(0, log.deleteOldSegments(), "all are old, but no LeaderAndIsr has come");
            log.onHighWatermarkIncremented(log.activeSegment().baseOffset());
            assertEquals(2, log.deleteOldSegments());
            assertEquals(log.activeSegment().baseOffset(), log.logStartOffset());
        }
    }
}
