package labs.flushing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import kafka.log.Log;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/flushing.md:
 *
 * - the beginning: "With its default settings Kafka acknowledges records that no disk has confirmed"
 * - Trigger 3: "By default every other segment has been forced to disk"
 */
class FlushByCount {
    private final Broker broker = Broker.shared();

    private Log send(Map<String, String> topicSettings, int count) throws Exception {
        String topic = Clients.newTopic(broker, topicSettings);
        try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), Map.of("acks", "all"))) {
            for (int number = 0; number < count; number++) producer.send(new ProducerRecord<>(topic, "value")).get();
        }
        return broker.log(topic);
    }

    @Test
    void acknowledgedRecordsAreNotForcedByDefault() throws Exception {
        Log log = send(Map.of(), 3);
        assertEquals(3, log.logEndOffset());
        assertEquals(0, log.recoveryPoint());
    }

    @Test
    void withFlushMessagesOneEachAppendIsForced() throws Exception {
        assertEquals(3, send(Map.of("flush.messages", "1"), 3).recoveryPoint());
    }

    @Test
    void aRollForcesAllButTheActiveSegment() throws Exception {
        Log log = send(Map.of("segment.bytes", "200"), 8);
        long active = log.activeSegment().baseOffset();
        assertTrue(active > 0 && active < log.logEndOffset(), "the log has rolled");
        Wait.until("the task of the last roll has run", () -> log.recoveryPoint() == active);
    }
}
