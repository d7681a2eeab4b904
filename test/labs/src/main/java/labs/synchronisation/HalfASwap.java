package labs.synchronisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

/**
 * Proves a sentence of key-implementation/replica-synchronisation.md:
 *
 * - Failure and recovery: "two directories of the same name, and the next start ends with Duplicate log directories. Delete
 *   one by hand."
 */
class HalfASwap {
    @Test
    void twoDirectoriesOfOnePartitionEndTheStart() throws Exception {
        File first = Files.createTempDirectory("labs").toFile();
        File second = Files.createTempDirectory("labs").toFile();
        try (Broker broker = new Broker(Map.of("log.dirs", first + "," + second))) {
            String topic = Clients.newTopic(broker, Map.of());
            File current = broker.log(topic).dir();
            broker.stop();
            // The swap gives the future directory its name before the former one loses it.
            File other = new File(current.getParentFile().equals(first) ? second : first, current.getName());
            assertTrue(other.mkdir());
            for (File file : current.listFiles()) Files.copy(file.toPath(), other.toPath().resolve(file.getName()));
            Throwable error = assertThrows(IllegalStateException.class, broker::restart);
            assertTrue(error.getMessage().startsWith("Duplicate log directories for " + topic + "-0"), error.getMessage());

            Utils.delete(current);
            // The end of a process would give these locks back; a failed start within one doesn't.
            for (File folder : new File[] {first, second}) assertTrue(new File(folder, ".lock").delete());
            broker.restart();
            assertEquals(other, broker.log(topic).dir());
            // The log directories outlive the broker, which closes in a thread of its own.
            broker.stop();
        } finally {
            Utils.delete(first);
            Utils.delete(second);
        }
    }
}
