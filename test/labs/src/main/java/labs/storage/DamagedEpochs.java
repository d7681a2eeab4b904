package labs.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.util.Map;
import kafka.server.KafkaServer;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.LogLines;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.apache.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/log-storage.md:
 *
 * - Traps: "A damaged leader-epoch-checkpoint ends the start: CheckpointFile.read throws no IOException."
 * - Five questions: "ends the start: move it away, too; see the trap."
 */
class DamagedEpochs {
    @Test
    void aBrokerDoesNotStartWithADamagedEpochFileAndDoesWithoutIt() throws Exception {
        try (Broker broker = new Broker(Map.of())) {
            String topic = Clients.newTopic(broker, Map.of());
            try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), Map.of())) {
                producer.send(new ProducerRecord<>(topic, "value")).get();
            }
            broker.stop();
            File file = new File(broker.logFolder(), topic + "-0/leader-epoch-checkpoint");
            Files.writeString(file.toPath(), "0\n1\nno epoch\n");
            try (LogLines lines = new LogLines(KafkaServer.class, Level.ERROR)) {
                Throwable error = assertThrows(KafkaStorageException.class, broker::restart);
                assertTrue(error.getCause().getMessage().startsWith("Malformed line in checkpoint file"), error.toString());
                assertTrue(lines.have("Fatal error during KafkaServer startup"), lines.toString());
            }
            assertTrue(file.delete());
            // The end of a process would give this lock back; a failed start within one doesn't.
            assertTrue(new File(broker.logFolder(), ".lock").delete());
            broker.restart();
            assertEquals(1, broker.log(topic).logEndOffset(), "without the file the record is there");
        }
    }
}
