package labs.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import kafka.zk.KafkaZkClient;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.LogLines;
import labs.rig.RawConnection;
import labs.rig.Wait;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.CreateTopicsRequest;
import org.apache.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/topic-life-cycle.md:
 *
 * - Traps: "a topic of the same name doesn't get through NewPartition until the controller changes."
 * - Traps: "Logs stay on the brokers, which also ignore LeaderAndIsr with an epoch not higher than the old partition's"
 */
class NodesDeletedByHand {
    private static final int ANY_VERSION = -1;
    private static final String REFUSED = "from OnlinePartition to NewPartition";
    private static final String IGNORED = "is not higher than the current";

    private static void create(Broker broker, String topic) throws Exception {
        CreateTopicsRequest.TopicDetails details = new CreateTopicsRequest.TopicDetails(1, (short) 1);
        try (RawConnection connection = new RawConnection(broker.port())) {
            connection.ask(ApiKeys.CREATE_TOPICS, new CreateTopicsRequest.Builder(Map.of(topic, details), 0));
        }
    }

    @Test
    void aTopicOfTheSameNameWaitsForAnotherController() throws Exception {
        try (Broker broker = new Broker(Map.of());
                LogLines events = new LogLines("kafka.controller.KafkaController", Level.INFO);
                LogLines states = new LogLines("state.change.logger", Level.WARN)) {
            String topic = Clients.newTopic(broker, Map.of());
            try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), Map.of())) {
                producer.send(new ProducerRecord<>(topic, "old")).get();
            }
            KafkaZkClient zooKeeper = broker.server().zkClient();
            TopicPartition partition = new TopicPartition(topic, 0);
            zooKeeper.deleteTopicZNode(topic, ANY_VERSION);
            Wait.until("the controller has seen it", () -> events.have("deleted topics: [Set(" + topic + ")]"));
            assertEquals(1, broker.log(topic).logEndOffset(), "the log stays");

            create(broker, topic);
            Wait.until("the transition is refused", () -> states.have(REFUSED));
            // A later topic shows that the controller has finished with this one.
            Clients.newTopic(broker, Map.of());
            assertTrue(zooKeeper.getTopicPartitionState(partition).isEmpty(), "there is no state node");

            zooKeeper.deleteController(ANY_VERSION);
            Wait.until("there is a leader", () -> zooKeeper.getLeaderForPartition(partition).contains(0));
            Wait.until("the broker ignores it", () -> states.have(IGNORED));
            assertEquals(1, broker.log(topic).logEndOffset(), "the new topic has the old record");
        }
    }
}
