package labs.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import kafka.cluster.Partition;
import labs.rig.LogLines;
import labs.rig.Wait;
import org.apache.kafka.common.TopicPartition;
import org.apache.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/replication.md:
 *
 * - Failure and recovery: "the controller takes it out of the ISR, at once if it shuts down in order"
 * - What you see when it goes wrong: "without this line, on former leaders too, the controller removed it"
 */
class StoppedFollower {
    private static final String TOPIC = "stopped-follower";

    @Test
    void theControllerTakesAFollowerThatStopsOutOfTheIsr() throws Exception {
        try (Pair pair = new Pair(Map.of("replica.lag.time.max.ms", "60000"));
                LogLines lines = new LogLines(Partition.class, Level.INFO).only(TOPIC)) {
            TopicPartition partition = pair.replicated(TOPIC, Map.of());
            pair.send(pair.leader, partition, "all");
            pair.follower.stop();
            pair.send(pair.leader, partition, "all");
            assertEquals(1, pair.isr(partition), "the ISR is the leader alone, long before the follower's lag counts");
            assertFalse(lines.have("Shrinking ISR from"), "the leader didn't shrink it");
            assertEquals(2, pair.highWatermark(pair.leader, partition));

            pair.follower.restart();
            Wait.until("the follower is back", () -> pair.isr(partition) == 2);
            Wait.until("it was the leader that let it in", () -> lines.have("Expanding ISR from 0 to 0,1"));
        }
    }
}
