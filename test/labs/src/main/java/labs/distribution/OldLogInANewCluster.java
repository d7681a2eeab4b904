package labs.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import labs.rig.Broker;
import labs.rig.Clients;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/**
 * Proves a sentence of key-implementation/distribution.md:
 *
 * - Traps: "as its leader the broker serves the old records."
 */
class OldLogInANewCluster {
    private static void create(Broker broker) throws ExecutionException, InterruptedException {
        try (AdminClient admin = Clients.admin(broker)) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
        }
        Clients.awaitLeaders(broker, "kept");
    }

    @Test
    void aTopicOfTheSameNameGetsTheOldRecords() throws Exception {
        try (Broker broker = new Broker(Map.of())) {
            create(broker);
            try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), Map.of())) {
                for (String value : List.of("a", "b", "c")) producer.send(new ProducerRecord<>("kept", value)).get();
            }
            String before = broker.server().clusterId();
            broker.stop();
            broker.restart(Map.of("zookeeper.connect", broker.server().config().zkConnect() + "/elsewhere"));
            assertNotEquals(before, broker.server().clusterId());
            create(broker);
            assertEquals(3, Clients.recordsOf(broker, "kept").size());
        }
    }
}
