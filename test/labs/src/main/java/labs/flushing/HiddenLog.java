package labs.flushing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import kafka.log.Log;
import kafka.log.LogManager;
import labs.rig.Broker;
import labs.rig.Clients;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

/**
 * Proves a sentence of key-implementation/flushing.md:
 *
 * - Traps: "the future one hides the current one: it is neither flushed nor closed at a clean stop, although the marker
 *   is written."
 */
class HiddenLog {
    @Test
    void theCurrentLogOfAPartitionThatMovesIsLeftOutOfTheShutdown() throws Exception {
        File otherFolder = Files.createTempDirectory("labs").toFile();
        File folder = Files.createTempDirectory("labs").toFile();
        try (Broker broker = new Broker(Map.of("log.dirs", folder + "," + otherFolder))) {
            String topic = Clients.newTopic(broker, Map.of());
            String neighbour = Clients.newTopic(broker, Map.of());
            try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), Map.of())) {
                for (String name : List.of(topic, neighbour)) producer.send(new ProducerRecord<>(name, "value")).get();
            }
            Log current = broker.log(topic);
            File moving = current.dir().getParentFile();
            LogManager logs = broker.server().logManager();
            // A future log in the other folder, as a move makes it; nothing copies into it here.
            TopicPartition partition = new TopicPartition(topic, 0);
            logs.maybeUpdatePreferredLogDir(partition, (moving.equals(folder) ? otherFolder : folder).getPath());
            logs.getOrCreateLog(partition, current.config(), true, true);

            broker.stop();
            assertTrue(new File(moving, ".kafka_cleanshutdown").exists(), "the folder counts as clean");
            assertEquals(0, current.recoveryPoint(), "the record was not forced");
            assertTrue(current.activeSegment().log().channel().isOpen(), "the log is still open");
            assertEquals(1, broker.log(neighbour).recoveryPoint(), "the other log was forced");
            assertFalse(broker.log(neighbour).activeSegment().log().channel().isOpen());
        } finally {
            Utils.delete(folder);
            Utils.delete(otherFolder);
        }
    }
}
