package labs.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import labs.rig.LoneLog;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/persistence.md:
 *
 * - Traps: "its segment, and all after it, are kept by time until retention.ms after it. retention.bytes still works"
 * - Retention: "So a segment stays while it has records at or above the high watermark, and while this broker hasn't set
 *   one for the log since its start"
 * - Retention: "The active segment may go, if it has records and all conditions hold: then a new one is rolled first."
 * - Rolling: "The time is the append's largest timestamp minus that of the first append to the segment"
 */
class KeptSegments {
    private static final long DAY_MS = 86_400_000;
    private static final long NOW = System.currentTimeMillis();
    private static final long OLD = NOW - 30 * DAY_MS;

    /** Makes a log of four segments with a record each, the second of which has this timestamp; all others are old. */
    private static LoneLog fourSegments(long second, String retentionBytes) throws Exception {
        LoneLog lone = new LoneLog(Map.of("segment.bytes", "80", "retention.bytes", retentionBytes));
        for (long timestamp : new long[] {OLD, second, OLD, OLD}) lone.append("value", timestamp);
        assertEquals(4, lone.log.numberOfSegments());
        return lone;
    }

    @Test
    void aTimestampInTheFutureKeepsItsSegmentAndAllAfterIt() throws Exception {
        try (LoneLog lone = fourSegments(NOW + DAY_MS, "-1")) {
            lone.log.onHighWatermarkIncremented(4);
            assertEquals(1, lone.log.deleteOldSegments(), "only the segment before it goes");
            assertEquals(1, lone.log.logStartOffset());
            assertEquals(0, lone.log.deleteOldSegments());
        }
        try (LoneLog lone = fourSegments(NOW + DAY_MS, "140")) {
            lone.log.onHighWatermarkIncremented(4);
            assertEquals(2, lone.log.deleteOldSegments(), "its size makes it go");
            assertTrue(lone.log.size() >= 140, "at least retention.bytes remain");
        }
    }

    @Test
    void nothingGoesBeforeTheHighWatermarkIsSetAndNothingAboveIt() throws Exception {
        try (LoneLog lone = fourSegments(OLD, "-1")) {
            assertEquals(0, lone.log.deleteOldSegments(), "no high watermark was set");
            lone.log.onHighWatermarkIncremented(2);
            assertEquals(2, lone.log.deleteOldSegments());
            assertEquals(0, lone.log.deleteOldSegments());
            lone.log.onHighWatermarkIncremented(4);
            assertEquals(2, lone.log.deleteOldSegments(), "the active one goes too");
            assertEquals(1, lone.log.numberOfSegments());
            assertEquals(4, lone.log.activeSegment().baseOffset(), "a new one has been rolled");
            assertEquals(0, lone.log.deleteOldSegments(), "an empty one stays");
        }
    }

    @Test
    void timestampsFarApartRollALogAtOnce() throws Exception {
        try (LoneLog lone = new LoneLog(Map.of("segment.ms", String.valueOf(DAY_MS)))) {
            lone.append("value", OLD);
            lone.append("value", OLD + DAY_MS);
            assertEquals(1, lone.log.numberOfSegments(), "though the first record is a month old");
            lone.append("value", OLD + DAY_MS + 1);
            assertEquals(2, lone.log.numberOfSegments());
            lone.append("value", OLD);
            assertEquals(2, lone.log.numberOfSegments(), "an older one rolls nothing");
        }
    }
}
