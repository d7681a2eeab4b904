package labs.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import kafka.server.KafkaServer;
import labs.rig.Broker;
import labs.rig.LogLines;
import org.apache.log4j.Level;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException.NodeExistsException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/how-to-read.md:
 *
 * - Registration: "If another session still owns the node, the start fails:"
 * - Traps: "INFO shutting down twice after a failed start is no second failure: the exit runs the hook, which finds the
 *   latch at 0."
 * - Five questions: "without a controlled shutdown, because startupComplete is false."
 */
class FailedStart {
    /** An id of its own, as brokers of earlier labs may still be closing, and log that too. */
    private static final String ID = "17";
    private static final String NODE = "/brokers/ids/" + ID;
    private static final String LINE = "[KafkaServer id=" + ID + "] ";
    private static final int SESSION_MS = 6000;

    @Test
    void aBrokerWhoseNodeBelongsToALivingSessionDoesNotStart() throws Exception {
        try (Broker broker = new Broker(Map.of("broker.id", ID, "controlled.shutdown.enable", "true"))) {
            // This session stands for that of a process that was killed a moment ago.
            ZooKeeper killed = new ZooKeeper(broker.server().config().zkConnect(), SESSION_MS, event -> {});
            byte[] registration = killed.getData(NODE, false, null);
            broker.stop();
            killed.create(NODE, registration, Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL);
            try (LogLines lines = new LogLines(KafkaServer.class, Level.INFO)) {
                assertThrows(NodeExistsException.class, broker::restart);
                assertTrue(lines.have(LINE + "Fatal error during KafkaServer startup"), lines.toString());
                assertEquals(1, lines.count(LINE + "shutting down"), lines.toString());
                assertEquals(1, lines.count(LINE + "shut down completed"), "what was opened is closed");
                assertFalse(lines.have(LINE + "Starting controlled shutdown"), lines.toString());
                broker.server().shutdown();
                assertEquals(2, lines.count(LINE + "shutting down"), "the hook logs it again");
                assertEquals(1, lines.count(LINE + "shut down completed"), "and does nothing");
            }
            killed.close();
            broker.restart();
            assertEquals(3, broker.server().brokerState().currentState(), "without that session the broker starts");
        }
    }
}
