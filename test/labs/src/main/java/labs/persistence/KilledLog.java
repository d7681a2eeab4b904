package labs.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import kafka.log.Log;
import kafka.log.LogSegment;
import labs.rig.LogLines;
import labs.rig.LoneLog;
import org.apache.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/persistence.md, with a copy of the files of an open log, which is what a killed broker
 * leaves behind:
 *
 * - Start: "After a kill the active segment's time index is such a case once it has an entry: its unused end is still
 *   there, as zeros. Then that segment is read twice, here and by recoverLog."
 * - Start: "A missing index isn't noticed: opening the segment creates it, empty, before the check looks for it."
 * - Traps: "it is created empty, not rebuilt, and until a record with a timestamp is appended to it, which only the active
 *   segment gets, time retention counts from the file's modification."
 */
class KilledLog {
    private static final String CORRUPT = "Found a corrupted index file";
    private static final String RECOVERING = "Recovering unflushed segment";
    private static final Map<String, String> SETTINGS = Map.of("index.interval.bytes", "1", "segment.bytes", "300");
    private static final long OLD = System.currentTimeMillis() - 30L * 86_400_000;

    /** Makes a log of two segments with three records each. */
    private static LoneLog written() throws Exception {
        LoneLog lone = new LoneLog(SETTINGS);
        for (int number = 0; number < 6; number++) lone.append("x".repeat(20), OLD + number);
        assertEquals(2, lone.log.numberOfSegments());
        return lone;
    }

    private static LogSegment first(Log log) {
        return log.logSegments().head();
    }

    @Test
    void theActiveSegmentOfAKilledLogIsReadTwice() throws Exception {
        try (LoneLog lone = written();
                LogLines lines = new LogLines(Log.class, Level.INFO);
                LoneLog killed = lone.copy(lone.log.activeSegment().baseOffset())) {
            lines.only(killed.log.dir().getParent());
            assertEquals(1, lines.count(CORRUPT), lines.toString());
            assertTrue(lines.have("00000000000000000003.log due to Corrupt time index found"), lines.toString());
            assertEquals(1, lines.count(RECOVERING), lines.toString());
            assertTrue(lines.have(RECOVERING + " 3"), lines.toString());
            assertEquals(6, killed.log.logEndOffset(), "nothing is lost");
        }
    }

    @Test
    void lostIndexesOfASegmentThatIsNotRecoveredAreCreatedEmpty() throws Exception {
        try (LoneLog lone = written();
                LoneLog intact = lone.copy(3)) {
            assertTrue(first(lone.log).offsetIndex().file().delete() && first(lone.log).timeIndex().file().delete());
            try (LogLines lines = new LogLines(Log.class, Level.INFO);
                    LoneLog restarted = lone.copy(3)) {
                lines.only(restarted.log.dir().getParent());
                assertFalse(lines.have("00000000000000000000.log"), lines.toString());
                LogSegment segment = first(restarted.log);
                assertEquals(0, segment.offsetIndex().entries() + segment.timeIndex().entries());
                assertEquals(segment.log().file().lastModified(), segment.largestTimestamp());
                restarted.log.onHighWatermarkIncremented(6);
                assertEquals(0, restarted.log.deleteOldSegments(), "its records count as new");
            }
            assertEquals(OLD + 2, first(intact.log).largestTimestamp());
            intact.log.onHighWatermarkIncremented(6);
            assertEquals(2, intact.log.deleteOldSegments(), "with the index they are old enough");
        }
    }
}
