package labs.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/configuration.md:
 *
 * - Traps: "the second then gives these logs the broker's defaults."
 * - Traps: "DescribeConfigs keeps showing the year."
 */
class TwoLogDefaults {
    private static final String YEAR = "31536000000";
    private static final long DEFAULT_MS = 100_000_000;

    private static long defaultRetention(Broker broker) {
        return broker.server().logManager().currentDefaultConfig().retentionMs();
    }

    private static int defaultSegment(Broker broker) {
        return broker.server().logManager().currentDefaultConfig().segmentSize();
    }

    @Test
    void theSecondChangedDefaultTakesATopicItsOwnSetting() throws Exception {
        try (Broker broker = new Broker(Map.of())) {
            String topic = Clients.newTopic(broker, Map.of("retention.ms", YEAR));
            String retention = String.valueOf(DEFAULT_MS);
            Configs.alter(broker, Configs.DEFAULT, Map.of("log.retention.ms", retention));
            Wait.until("the first default is there", () -> defaultRetention(broker) == DEFAULT_MS);
            assertEquals(Long.parseLong(YEAR), broker.log(topic).config().retentionMs(), "one change does no harm");
            Configs.alter(broker, Configs.DEFAULT, Map.of("log.retention.ms", retention, "log.segment.bytes", "20000000"));
            Wait.until("the second default is there", () -> defaultSegment(broker) == 20_000_000);
            assertEquals(DEFAULT_MS, broker.log(topic).config().retentionMs());
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            assertEquals(YEAR, Configs.describe(broker, resource, "retention.ms").value());
            Configs.alter(broker, resource, Map.of("retention.ms", YEAR));
            Wait.until("the year is back", () -> broker.log(topic).config().retentionMs() == Long.parseLong(YEAR));
        }
    }
}
