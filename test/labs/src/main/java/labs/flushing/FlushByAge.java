package labs.flushing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import kafka.log.Log;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/flushing.md:
 *
 * - Trigger 2: "flush.ms=1000 on a topic, it checks once, 30 seconds after the start"
 */
class FlushByAge {
    private static final int FIRST_CHECK_MS = 30_000;

    private static Log sendOne(Broker broker, String topic) throws Exception {
        try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), Map.of())) {
            producer.send(new ProducerRecord<>(topic, "value")).get();
        }
        return broker.log(topic);
    }

    @Test
    @Tag("slow")
    void flushMsAloneIsLookedAtOnceHalfAMinuteAfterTheStart() throws Exception {
        long start = System.currentTimeMillis();
        try (Broker broker = new Broker(Map.of())) {
            String topic = Clients.newTopic(broker, Map.of("flush.ms", "1000"));
            Log log = sendOne(broker, topic);
            Thread.sleep(start + FIRST_CHECK_MS - 2000 - System.currentTimeMillis());
            assertEquals(0, log.recoveryPoint(), "nothing is forced before the first check");
            Wait.until("the first check has forced the record", () -> log.recoveryPoint() == 1);
            sendOne(broker, topic);
            Thread.sleep(5000);
            assertEquals(1, log.recoveryPoint(), "nothing is forced after it");
        }
    }
}
