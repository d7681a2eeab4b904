package labs.synchronisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import kafka.log.Log;
import labs.rig.LoneLog;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/replica-synchronisation.md:
 *
 * - Traps: "leaves the history as it is if there is nothing to cut."
 * - Traps: "asks the same question for ever and never fetches. Restart it: loading removes the entry."
 */
class EpochWithoutRecords {
    private static Object latestEpoch(Log log) {
        return log.leaderEpochCache().get().latestEpoch().get();
    }

    @Test
    void anEpochAtTheLogsEndOutlivesATruncationThereButNoLoad() throws Exception {
        try (LoneLog lone = new LoneLog(Map.of())) {
            Log log = lone.log;
            for (int number = 0; number < 3; number++) lone.append("value");
            // The broker led in epoch 5 and wrote nothing.
            log.leaderEpochCache().get().assign(5, 3);
            log.truncateTo(3);
            assertEquals(5, latestEpoch(log), "the next question would be about epoch 5 again");
            try (LoneLog restarted = lone.copy(3)) {
                assertEquals(0, latestEpoch(restarted.log));
                assertEquals(3, restarted.log.logEndOffset());
            }
            log.truncateTo(2);
            assertEquals(0, latestEpoch(log), "a truncation that cuts something removes it, too");
        }
    }
}
