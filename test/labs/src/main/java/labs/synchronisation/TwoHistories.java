package labs.synchronisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import kafka.server.checkpoints.LeaderEpochCheckpoint;
import kafka.server.epoch.EpochEntry;
import kafka.server.epoch.LeaderEpochFileCache;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Proves sentences of key-implementation/replica-synchronisation.md, with the epochs of its example:
 *
 * - Two logs that differ: "answers epoch 2, end 15: the largest epoch up to 3 here, and the start of the next."
 * - Two logs that differ: "looks epoch 2 up in the follower's history: epoch 1, end 20."
 * - Two logs that differ: "answers the second question, about epoch 1: epoch 0, end 10."
 */
class TwoHistories {
    /** A history is kept in a file by the broker, and in memory here. */
    private static final class InMemory implements LeaderEpochCheckpoint {
        private Seq<EpochEntry> entries = JavaConverters.asScalaBuffer(List.of());

        @Override
        public void write(Seq<EpochEntry> written) {
            entries = written;
        }

        @Override
        public Seq<EpochEntry> read() {
            return entries;
        }
    }

    /** @param entries pairs of an epoch and its first offset */
    private static LeaderEpochFileCache history(long end, int[]... entries) {
        LeaderEpochFileCache cache = new LeaderEpochFileCache(new TopicPartition("topic", 0), () -> end, new InMemory());
        for (int[] entry : entries) cache.assign(entry[0], entry[1]);
        return cache;
    }

    private static String answer(LeaderEpochFileCache history, int epoch) {
        Tuple2<Object, Object> answer = history.endOffsetFor(epoch);
        return "epoch " + answer._1() + ", end " + answer._2();
    }

    @Test
    void theFollowerFindsTheLastCommonOffsetWithTwoQuestions() {
        LeaderEpochFileCache follower = history(25, new int[] {0, 0}, new int[] {1, 10}, new int[] {3, 20});
        LeaderEpochFileCache leader = history(18, new int[] {0, 0}, new int[] {2, 10}, new int[] {4, 15});

        assertEquals(3, follower.latestEpoch().get());
        assertEquals("epoch 2, end 15", answer(leader, 3));
        assertEquals("epoch 1, end 20", answer(follower, 2));
        follower.truncateFromEnd(20);
        assertEquals(1, follower.latestEpoch().get());
        assertEquals("epoch 0, end 10", answer(leader, 1));
        assertEquals("epoch 0, end 10", answer(follower, 0));
        assertEquals("epoch 4, end 18", answer(leader, 4), "the last epoch ends with the log");
    }
}
