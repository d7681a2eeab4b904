package labs.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import kafka.controller.KafkaController;
import kafka.zk.KafkaZkClient;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.LogLines;
import labs.rig.Wait;
import org.apache.log4j.Level;
import org.apache.zookeeper.data.Stat;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/controller.md:
 *
 * - Controller epoch and leader epoch: "so after each change of controller a running broker logs, in the state-change log, a
 *   harmless WARN is not higher than the current for each of its replicas"
 * - What you see when it goes wrong: "To force a new controller, delete /controller in ZooKeeper."
 */
class NextController {
    private static final int PARTITIONS = 3;
    private static final String HARMLESS = "is not higher than the current";

    @Test
    void aNewControllerRepeatsKnownEpochsToARunningBroker() throws Exception {
        try (Broker broker = new Broker(Map.of())) {
            String topic = Clients.newTopic(broker, PARTITIONS, Map.of());
            KafkaController controller = broker.server().kafkaController();
            KafkaZkClient zooKeeper = broker.server().zkClient();
            int before = controller.epoch();
            try (LogLines lines = new LogLines("state.change.logger", Level.WARN).only(topic)) {
                Stat version = zooKeeper.getControllerEpoch().get()._2();
                zooKeeper.deleteController(version.getVersion());
                Wait.until("there is a new controller", () -> controller.isActive() && controller.epoch() > before);
                Wait.until("each replica has its line", () -> lines.count(HARMLESS) >= PARTITIONS);
                // A request that the same thread sends later shows that no more lines come.
                Clients.newTopic(broker, Map.of());
                for (int number = 0; number < PARTITIONS; number++) {
                    assertEquals(1, lines.count("partition " + topic + "-" + number), lines.toString());
                }
                assertEquals(PARTITIONS, lines.count(HARMLESS), lines.toString());
            }
        }
    }
}
