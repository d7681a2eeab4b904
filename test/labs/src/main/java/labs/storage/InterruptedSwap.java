package labs.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.util.Map;
import kafka.log.LogSegment;
import labs.rig.LoneLog;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/log-storage.md, with the files that a kill leaves behind which came after the
 * renaming of the log and before that of an index:
 *
 * - Traps: "has lost .swap and an index hasn't, each start deletes the segment's indexes, and opens it with empty ones"
 * - Traps: "unless recoverLog reaches it."
 */
class InterruptedSwap {
    private static int entries(LoneLog lone) {
        LogSegment first = lone.log.logSegments().head();
        return first.offsetIndex().entries() + first.timeIndex().entries();
    }

    @Test
    void eachStartEmptiesTheIndexesOfASegmentThatHasOneLeftOver() throws Exception {
        try (LoneLog lone = new LoneLog(Map.of("index.interval.bytes", "1", "segment.bytes", "300"))) {
            for (int number = 0; number < 6; number++) lone.append("x".repeat(20), 1000 + number);
            assertEquals(2, lone.log.numberOfSegments());
            long active = lone.log.activeSegment().baseOffset();
            File index = lone.log.logSegments().head().offsetIndex().file();
            File left = new File(index.getPath() + ".swap");
            try (LoneLog intact = lone.copy(active)) {
                assertTrue(entries(intact) > 0, "without it they have entries");
            }

            Files.copy(index.toPath(), left.toPath());
            try (LoneLog started = lone.copy(active)) {
                assertEquals(0, entries(started));
                try (LoneLog again = started.copy(active)) {
                    assertEquals(0, entries(again));
                    assertTrue(new File(again.log.dir(), left.getName()).exists(), "the cause stays");
                }
                try (LoneLog recovered = started.copy(0)) {
                    assertTrue(entries(recovered) > 0, "a recovery builds them");
                }
            }
        }
    }
}
