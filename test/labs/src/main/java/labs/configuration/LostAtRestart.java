package labs.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import labs.rig.Broker;
import labs.rig.Wait;
import org.junit.jupiter.api.Test;

/**
 * Proves a sentence of key-implementation/configuration.md:
 *
 * - Traps: "DescribeConfigs shows them nevertheless."
 */
class LostAtRestart {
    private static int cleanerThreads(Broker broker) {
        return broker.server().logManager().cleaner().currentConfig().numThreads();
    }

    @Test
    void aStartingBrokerMakesItsCleanerFromTheFile() throws Exception {
        // Two threads must have room for their maps.
        try (Broker broker = new Broker(Map.of("log.cleaner.dedupe.buffer.size", "8000000"))) {
            Configs.alter(broker, Configs.DEFAULT, Map.of("log.cleaner.threads", "2", "num.io.threads", "10"));
            Wait.until("the cleaner has two threads", () -> cleanerThreads(broker) == 2);
            broker.stop();
            broker.restart();
            assertEquals(10, broker.server().config().numIoThreads(), "most settings outlive the restart");
            assertEquals(1, cleanerThreads(broker));
            assertEquals("2", Configs.describe(broker, Configs.OWN, "log.cleaner.threads").value());
        }
    }
}
