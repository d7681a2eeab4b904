package labs.flushing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.RandomAccessFile;
import java.util.Map;
import kafka.log.Log;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.LogLines;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/flushing.md:
 *
 * - Flushing, step by step: "with the marker, the next three steps are skipped."
 * - The unflushed ones, thoroughly: "Nothing asks whether the cut records were acknowledged."
 */
class Recovery {
    private static final String RECOVERING = "Recovering unflushed segment";

    @Test
    void withoutTheMarkerABrokenBatchIsCutAlthoughItWasAcknowledged() throws Exception {
        try (Broker broker = new Broker(Map.of())) {
            String topic = Clients.newTopic(broker, Map.of());
            try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), Map.of("acks", "all"))) {
                for (String value : new String[] {"first", "second"}) producer.send(new ProducerRecord<>(topic, value)).get();
            }
            File marker = new File(broker.logFolder(), ".kafka_cleanshutdown");

            broker.stop();
            assertTrue(marker.exists(), "a clean stop leaves the marker");
            breakLastByte(new File(broker.logFolder(), topic + "-0/00000000000000000000.log"));
            try (LogLines lines = new LogLines(Log.class, Level.INFO).only(broker.logFolder().getPath())) {
                broker.restart();
                assertFalse(lines.have(RECOVERING), "with the marker nothing is checked");
            }
            assertFalse(marker.exists(), "the start takes the marker away");
            assertEquals(2, broker.log(topic).logEndOffset());

            broker.stop();
            assertTrue(marker.delete());
            // The clean stops have forced the records: without its checkpoint the log counts as forced nowhere.
            assertTrue(new File(broker.logFolder(), "recovery-point-offset-checkpoint").delete());
            try (LogLines lines = new LogLines(Log.class, Level.INFO).only(broker.logFolder().getPath())) {
                broker.restart();
                assertTrue(lines.have(RECOVERING), "without it the segment is read");
            }
            assertEquals(1, broker.log(topic).logEndOffset());
        }
    }

    private static void breakLastByte(File file) throws Exception {
        try (RandomAccessFile access = new RandomAccessFile(file, "rw")) {
            long last = access.length() - 2;
            access.seek(last);
            int old = access.read();
            access.seek(last);
            access.write(old ^ 1);
        }
    }
}
