package labs.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import labs.rig.Broker;
import labs.rig.LogLines;
import labs.rig.Wait;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/configuration.md:
 *
 * - Traps: "and the pool keeps its 12 threads"
 * - Sensitive, read-only: "a plugin's own setting is shown as sensitive, and as read-only."
 */
class DeletedSetting {
    private static final String RESIZING = "Resizing request handler thread pool";

    @Test
    void aDeletedThreadCountLivesOnInThePool() throws Exception {
        try (Broker broker = new Broker(Map.of());
                LogLines lines = new LogLines("kafka.server.KafkaRequestHandlerPool", Level.INFO)) {
            Configs.alter(broker, Configs.OWN, Map.of("num.io.threads", "12"));
            Wait.until("there are more threads", () -> lines.count(RESIZING) == 1);
            Configs.alter(broker, Configs.OWN, Map.of());
            Wait.until("the level is empty", () -> broker.server().config().dynamicConfig().currentDynamicBrokerConfigs().isEmpty());
            assertEquals(12, broker.server().config().numIoThreads(), "what is gone is no difference");
            Configs.alter(broker, Configs.OWN, Map.of("max.connections.per.ip", "77"));
            Wait.until("another change brings the default back", () -> broker.server().config().numIoThreads() == 8);
            assertEquals(1, lines.count(RESIZING), "nobody tells the pool");
        }
    }

    @Test
    void aMisspeltNameIsStoredAndShownAsSensitive() throws Exception {
        try (Broker broker = new Broker(Map.of())) {
            Configs.alter(broker, Configs.OWN, Map.of("log.retention.mss", "5"));
            Wait.until("it is there", () -> Configs.describe(broker, Configs.OWN, "log.retention.mss") != null);
            ConfigEntry entry = Configs.describe(broker, Configs.OWN, "log.retention.mss");
            assertNull(entry.value());
            assertTrue(entry.isSensitive() && entry.isReadOnly());
        }
    }
}
