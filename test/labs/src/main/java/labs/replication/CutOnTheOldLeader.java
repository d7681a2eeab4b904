package labs.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import kafka.log.Log;
import labs.rig.Clients;
import labs.rig.LogLines;
import labs.rig.Wait;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/replication.md:
 *
 * - Failure and recovery: "acknowledged records of acks=all are on each. Those of acks=1 that the new leader lacks are cut
 *   off on the old one."
 * - What you see when it goes wrong: "With acks=1 there's neither, only INFO Truncating to offset"
 */
class CutOnTheOldLeader {
    @Test
    void anAcknowledgedRecordOfAcksOneIsCutOffWhenItsLeaderComesBack() throws Exception {
        try (Pair pair = new Pair(Map.of())) {
            TopicPartition partition = pair.replicated("topic", Map.of());
            pair.send(pair.leader, partition, "all", "on both");
            pair.hangFollower();
            pair.send(pair.leader, partition, "1", "on the leader alone");
            pair.leader.stop();
            Wait.until("the follower leads", () -> Pair.on(pair.follower, partition).leaderReplicaIfLocal().isDefined());
            Clients.awaitLeaders(pair.follower, partition.topic());
            pair.send(pair.follower, partition, "1", "on the new leader");
            try (LogLines lines = new LogLines(Log.class, Level.INFO);
                    LogLines warnings = new LogLines("kafka.server.ReplicaFetcherThread", Level.WARN)) {
                pair.leader.restart();
                Wait.until("the old leader is in the ISR again", () -> isr(pair, partition) == 2);
                assertEquals(2, pair.leader.log(partition.topic()).logEndOffset());
                assertTrue(lines.have("Truncating to offset 1"), lines.toString());
                assertEquals(0, warnings.count("below high watermark"));
            }
            List<ConsumerRecord<String, String>> left = Clients.recordsOf(pair.follower, partition.topic());
            assertEquals("on both", left.get(0).value());
            assertEquals("on the new leader", left.get(1).value());
        }
    }

    private static int isr(Pair pair, TopicPartition partition) {
        return Pair.on(pair.follower, partition).inSyncReplicas().size();
    }
}
