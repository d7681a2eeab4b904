package labs.synchronisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.Map;
import java.util.Properties;
import kafka.cluster.Replica;
import kafka.log.Log;
import kafka.log.LogConfig;
import labs.rig.LoneLog;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.Test;
import scala.Some;
import scala.collection.immutable.Set;
import scala.collection.immutable.Set$;

/**
 * Proves sentences of key-implementation/replica-synchronisation.md:
 *
 * - Traps: "deletes the history at once, for old records also."
 * - New leader: "the high watermark becomes the log start offset."
 */
class LostHistory {
    @Test
    void loweringTheMessageFormatDeletesTheEpochsOfOldRecords() throws Exception {
        try (LoneLog lone = new LoneLog(Map.of())) {
            Log log = lone.log;
            lone.append("value");
            File file = new File(log.dir(), "leader-epoch-checkpoint");
            assertTrue(file.exists());
            assertEquals(0, log.leaderEpochCache().get().latestEpoch().get());

            Set<String> none = Set$.MODULE$.empty();
            Properties lower = new Properties();
            lower.setProperty("message.format.version", "0.10.2");
            log.updateConfig(new Set.Set1<>("message.format.version"), new LogConfig(lower, none));
            assertFalse(file.exists());
            assertTrue(log.leaderEpochCache().isEmpty());
            assertEquals(1, log.logEndOffset(), "the record is still there");
        }
    }

    @Test
    void aHighWatermarkThatIsNotInTheLogFallsToItsStart() throws Exception {
        try (LoneLog lone = new LoneLog(Map.of())) {
            for (int number = 0; number < 10; number++) lone.append("value");
            lone.log.maybeIncrementLogStartOffset(4);
            assertEquals(7, newLeadersHighWatermark(lone.log, 7), "one within the log stays");
            assertEquals(4, newLeadersHighWatermark(lone.log, 25));
        }
    }

    private static long newLeadersHighWatermark(Log log, long checkpointed) {
        Replica replica = new Replica(0, new TopicPartition("topic", 0), Time.SYSTEM, checkpointed, Some.apply(log));
        replica.convertHWToLocalOffsetMetadata();
        return replica.highWatermark().messageOffset();
    }
}
