package labs.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import labs.rig.Broker;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.Test;

/**
 * Proves a sentence of key-implementation/distribution.md:
 *
 * - Traps: "all after the first slash is the path"
 */
class ChrootTwice {
    @Test
    void aPathBehindEachHostBecomesOnePath() throws Exception {
        try (Broker first = new Broker(Map.of())) {
            String address = first.server().config().zkConnect();
            String twice = address + "/k," + address + "/k";
            try (Broker second = new Broker(1, first, Map.of("zookeeper.connect", twice, "broker.id", "1"))) {
                ZooKeeper zooKeeper = new ZooKeeper(address, 6000, event -> {});
                assertNull(zooKeeper.exists("/k/brokers", false), "the path that was meant isn't there");
                List<String> ids = zooKeeper.getChildren("/k," + address + "/k/brokers/ids", false);
                assertEquals(List.of("1"), ids);
                zooKeeper.close();
                assertEquals(1, second.server().config().brokerId());
            }
        }
    }
}
