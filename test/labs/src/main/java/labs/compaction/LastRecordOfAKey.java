package labs.compaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import labs.rig.Broker;
import labs.rig.Wait;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/log-compaction.md:
 *
 * - Dirty part: "the active segment is never cleaned, so a log with one segment isn't either"
 * - Gaps: "Records keep their offsets, so there are gaps."
 * - Traps: "until then the last one isn't cleaned, whatever segment.ms says."
 */
class LastRecordOfAKey {
    private static final int MANY_TRIES_MS = 1000;
    private final Broker broker = Broker.shared();

    @Test
    void theLastRecordOfEachKeyStaysWithItsOffset() throws Exception {
        Written log = new Written(broker, Written.compacted("60000"));
        log.write("a=1", "b=1", "a=2", "c=1", "a=3", "z=1");
        List<String> cleaned = List.of("1:b=1", "3:c=1", "4:a=3", "5:z=1");
        Wait.until("the log is cleaned", () -> log.read().equals(cleaned));
        log.write("b=2", "z=2");
        // The record 7 is in the active segment, so the cleaner doesn't know it yet.
        List<String> later = List.of("3:c=1", "4:a=3", "5:z=1", "6:b=2", "7:z=2");
        Wait.until("a later pass takes a record out of the clean part", () -> log.read().equals(later));
    }

    @Test
    void aLogWithOneSegmentIsNotCleanedWhateverSegmentMsSays() throws Exception {
        Map<String, String> settings =
                Map.of("cleanup.policy", "compact", "min.cleanable.dirty.ratio", "0.01", "segment.ms", "700");
        Written log = new Written(broker, settings);
        log.write("a=1", "a=2");
        List<String> all = log.read();
        Thread.sleep(MANY_TRIES_MS);
        assertEquals(all, log.read(), "the old segment is still active");
        log.write("b=1");
        Wait.until("the next append has rolled it", () -> log.read().equals(List.of("1:a=2", "2:b=1")));
    }
}
