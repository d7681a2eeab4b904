package labs.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import labs.rig.Broker;
import labs.rig.Wait;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/how-to-read.md:
 *
 * - Traps: "A stop without ZooKeeper does not end, if the start was completed and controlled.shutdown.enable is true: the
 *   controlled shutdown asks ZooKeeper who the controller is, and this question waits for a connection without limit."
 * - Traps: "Bring ZooKeeper back"
 */
class StopWithoutZooKeeper {
    private static final int CONNECTION_MS = 500;

    @Test
    void theStopGoesOnWhenZooKeeperIsBack() throws Exception {
        Map<String, String> settings =
                Map.of(
                        "controlled.shutdown.enable", "true",
                        "controlled.shutdown.retry.backoff.ms", "100",
                        "zookeeper.connection.timeout.ms", String.valueOf(CONNECTION_MS));
        try (Broker broker = new Broker(settings)) {
            broker.stopZooKeeper();
            Thread hook = new Thread(broker::stop, "labs-hook");
            hook.start();
            Wait.until("the stop asks ZooKeeper", () -> asksForTheController(hook));
            hook.join(4 * CONNECTION_MS);
            assertTrue(asksForTheController(hook), "no setting ends the wait");
            assertEquals(6, broker.server().brokerState().currentState());
            broker.restartZooKeeper();
            Wait.until("the stop has ended", () -> !hook.isAlive());
            assertEquals(0, broker.server().brokerState().currentState());
        }
    }

    private static boolean asksForTheController(Thread thread) {
        List<StackTraceElement> frames = List.of(thread.getStackTrace());
        return frames.stream().anyMatch(frame -> frame.getMethodName().equals("getControllerId"))
                && frames.stream().anyMatch(frame -> frame.getMethodName().contains("waitUntilConnected"));
    }
}
