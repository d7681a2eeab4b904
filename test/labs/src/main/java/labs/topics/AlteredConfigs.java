package labs.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownServerException;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/topic-life-cycle.md:
 *
 * - A changed config: "replaces all of the topic's configs: what the request leaves out goes back to the broker's default."
 * - Config: "If the topic doesn't exist, AlterConfigs is answered with UNKNOWN_SERVER_ERROR."
 */
class AlteredConfigs {
    private final Broker broker = Broker.shared();

    private static void alter(AdminClient admin, String topic, Map<String, String> configs) throws Exception {
        List<ConfigEntry> entries =
                configs.entrySet().stream()
                        .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
                        .collect(Collectors.toList());
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        admin.alterConfigs(Map.of(resource, new Config(entries))).all().get();
    }

    @Test
    void aConfigThatTheRequestLeavesOutIsGone() throws Exception {
        String topic = Clients.newTopic(broker, Map.of("retention.ms", "1234567", "flush.messages", "7"));
        assertEquals(7, broker.log(topic).config().flushInterval());
        try (AdminClient admin = Clients.admin(broker)) {
            alter(admin, topic, Map.of("retention.ms", "7654321"));
        }
        Properties stored = broker.server().zkClient().getEntityConfigs("topics", topic);
        assertEquals("7654321", stored.getProperty("retention.ms"));
        assertNull(stored.getProperty("flush.messages"));
        // The answer doesn't wait for the broker's log.
        Wait.until("the log has the new value", () -> broker.log(topic).config().retentionMs() == 7_654_321);
        assertEquals(Long.MAX_VALUE, broker.log(topic).config().flushInterval());
    }

    @Test
    void theConfigsOfATopicThatIsNotThereGetAnUnknownError() {
        try (AdminClient admin = Clients.admin(broker)) {
            ExecutionException error =
                    assertThrows(ExecutionException.class, () -> alter(admin, "no-such-topic", Map.of("retention.ms", "1")));
            assertEquals(UnknownServerException.class, error.getCause().getClass());
        }
    }
}
