package labs.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import kafka.cluster.Partition;
import labs.rig.Clients;
import labs.rig.LogLines;
import labs.rig.Produce;
import labs.rig.RawConnection;
import labs.rig.Wait;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.Errors;
import org.apache.log4j.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/replication.md:
 *
 * - A replicated record: "broker 2 learns it one answer late, up to 500 ms if idle."
 * - Acknowledgement for acks=all: "If the ISR shrank below the minimum while the request waited, the records are in the
 *   log and committed, and the producer gets NOT_ENOUGH_REPLICAS_AFTER_APPEND"
 * - ISR, Leaving: "at the end of an idle partition this check leaves it in, even dead."
 */
class HangingFollower {
    private static final int LAG_MS = 2000;
    private static Pair pair;

    @BeforeAll
    static void start() {
        pair = new Pair(Map.of("replica.lag.time.max.ms", String.valueOf(LAG_MS), "replica.fetch.wait.max.ms", "1000"));
    }

    @AfterAll
    static void close() {
        pair.close();
    }

    @Test
    void aFollowerLearnsTheHighWatermarkOneAnswerLate() throws Exception {
        TopicPartition partition = pair.replicated("late-watermark", Map.of());
        pair.send(pair.leader, partition, "all");
        long onTheLeader = pair.highWatermark(pair.leader, partition);
        long onTheFollower = pair.highWatermark(pair.follower, partition);
        assertEquals(1, onTheLeader, "the record is acknowledged");
        assertEquals(0, onTheFollower, "the follower has it and doesn't know that it is committed");
        Wait.until("the next answer has come", () -> pair.highWatermark(pair.follower, partition) == 1);
    }

    @Test
    void aHangingFollowerHoldsTheHighWatermarkBackUntilItLeavesTheIsr() throws Exception {
        TopicPartition idle = pair.replicated("idle", Map.of());
        TopicPartition partition = pair.replicated("hanging", Map.of("min.insync.replicas", "2"));
        // The leader knows no offset of a follower before its first fetch.
        pair.send(pair.leader, idle, "all");
        pair.send(pair.leader, partition, "all");
        pair.hangFollower();
        try (LogLines lines = new LogLines(Partition.class, Level.INFO);
                RawConnection connection = new RawConnection(pair.leader.port())) {
            pair.send(pair.leader, partition, "1");
            assertEquals(1, pair.highWatermark(pair.leader, partition), "acks=1 is acknowledged and no consumer may see it");
            assertEquals(Errors.NOT_ENOUGH_REPLICAS_AFTER_APPEND, Produce.batch(connection, partition.topic(), 4711, 0).error);
            assertTrue(lines.have("Shrinking ISR from 0,1 to 0"), lines.toString());
            assertEquals(3, pair.highWatermark(pair.leader, partition), "the records are committed all the same");
            assertEquals(3, Clients.recordsOf(pair.leader, partition.topic()).size());
            assertEquals(Errors.NOT_ENOUGH_REPLICAS, Produce.batch(connection, partition.topic(), 4711, 1).error);
        }
        Thread.sleep(LAG_MS / 2);
        assertEquals(2, pair.isr(idle), "where nothing is missing on the follower, it stays in the ISR");
    }
}
