package labs.configuration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import labs.rig.Broker;
import labs.rig.LogLines;
import labs.rig.Wait;
import org.apache.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * Proves a sentence of key-implementation/configuration.md:
 *
 * - Traps: "Store passwords with a listener's prefix are among them, in clear"
 */
class PasswordsInTheLog {
    @Test
    void aChangeOfAnotherSettingLogsTheStorePassword() throws Exception {
        Map<String, String> settings = Map.of("listener.name.wired.ssl.keystore.password", "open-sesame");
        try (Broker broker = new Broker(settings);
                LogLines lines = new LogLines("kafka.server.DynamicBrokerConfig", Level.INFO)) {
            Configs.alter(broker, Configs.DEFAULT, Map.of("log.retention.ms", "100000000"));
            Wait.until("the change is applied", () -> lines.have("Reconfiguring"));
            assertTrue(lines.have("open-sesame"), lines.toString());
        }
    }
}
