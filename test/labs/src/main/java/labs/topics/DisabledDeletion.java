package labs.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import kafka.zk.KafkaZkClient;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.LogLines;
import labs.rig.RawConnection;
import labs.rig.Wait;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.DeleteTopicsRequest;
import org.apache.kafka.common.requests.DeleteTopicsResponse;
import org.apache.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/topic-life-cycle.md:
 *
 * - Controller's event: "DeleteTopics is refused with TOPIC_DELETION_DISABLED (INVALID_REQUEST before version 3), and markers
 *   that the tool wrote are removed: the topic stays"
 * - What you see when it goes wrong: "Ignoring request to delete non-existing topics"
 */
class DisabledDeletion {
    private static Errors delete(RawConnection connection, String topic, int version) throws Exception {
        DeleteTopicsRequest.Builder request = new DeleteTopicsRequest.Builder(Set.of(topic), 10_000);
        DeleteTopicsResponse answer = connection.ask(ApiKeys.DELETE_TOPICS, request, (short) version);
        return answer.errors().get(topic);
    }

    /** Does what kafka-topics does with --zookeeper, and waits until the controller has dealt with it. */
    private static void mark(KafkaZkClient zooKeeper, String topic) {
        zooKeeper.createDeleteTopicPath(topic);
        Wait.until("the marker is gone", () -> !zooKeeper.isTopicMarkedForDeletion(topic));
    }

    @Test
    void aMarkerIsRemovedAndTheTopicStays() throws Exception {
        try (Broker broker = new Broker(Map.of("delete.topic.enable", "false"));
                RawConnection connection = new RawConnection(broker.port());
                LogLines lines = new LogLines("kafka.controller.KafkaController", Level.INFO)) {
            String topic = Clients.newTopic(broker, Map.of());
            assertEquals(Errors.TOPIC_DELETION_DISABLED, delete(connection, topic, 3));
            assertEquals(Errors.INVALID_REQUEST, delete(connection, topic, 2));
            KafkaZkClient zooKeeper = broker.server().zkClient();
            mark(zooKeeper, topic);
            assertTrue(lines.have("since delete topic is disabled"), lines.toString());
            assertTrue(zooKeeper.topicExists(topic));
            mark(zooKeeper, "no-such-topic");
            assertTrue(lines.have("Ignoring request to delete non-existing topics"), lines.toString());
        }
    }
}
