package labs.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kafka.zk.KafkaZkClient;
import labs.rig.Broker;
import labs.rig.LogLines;
import labs.rig.RawConnection;
import labs.rig.Wait;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.CreateTopicsRequest;
import org.apache.kafka.common.requests.CreateTopicsResponse;
import org.apache.kafka.common.requests.DeleteTopicsRequest;
import org.apache.kafka.common.requests.DeleteTopicsResponse;
import org.apache.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/topic-life-cycle.md:
 *
 * - Traps: "The topic can't be deleted until a broker with that id starts"
 * - Traps: "If no partition ever had a leader, DeleteTopics even answers UNKNOWN_TOPIC_OR_PARTITION"
 * - CreateTopics on the controller: "An assignment in the request is not checked for brokers that don't exist."
 * - CreateTopics on the controller: "With a timeout of 0 or less the topic is created and the answer still is REQUEST_TIMED_OUT."
 */
class ReplicaOnNoBroker {
    private static final int NO_BROKER = 99;
    private static final String TOPIC = "nowhere";

    private static Errors create(RawConnection connection) throws Exception {
        CreateTopicsRequest.TopicDetails details = new CreateTopicsRequest.TopicDetails(Map.of(0, List.of(NO_BROKER)));
        CreateTopicsResponse answer =
                connection.ask(ApiKeys.CREATE_TOPICS, new CreateTopicsRequest.Builder(Map.of(TOPIC, details), 0));
        return answer.errors().get(TOPIC).error();
    }

    private static Errors delete(RawConnection connection) throws Exception {
        DeleteTopicsResponse answer =
                connection.ask(ApiKeys.DELETE_TOPICS, new DeleteTopicsRequest.Builder(Set.of(TOPIC), 10_000));
        return answer.errors().get(TOPIC);
    }

    @Test
    void aTopicOnABrokerThatDoesNotExistIsDeletedOnlyWhenThatBrokerStarts() throws Exception {
        try (Broker broker = new Broker(Map.of());
                RawConnection connection = new RawConnection(broker.port());
                LogLines elections = new LogLines("state.change.logger", Level.INFO);
                LogLines deletions = new LogLines("kafka.controller.TopicDeletionManager", Level.INFO)) {
            KafkaZkClient zooKeeper = broker.server().zkClient();
            assertEquals(Errors.REQUEST_TIMED_OUT, create(connection));
            assertTrue(zooKeeper.topicExists(TOPIC), "the topic is there all the same");
            // Its partition gets no leader, as no replica is alive.
            Wait.until("the controller has dealt with it", () -> elections.have("failed to change state for partition " + TOPIC));
            assertEquals(Errors.UNKNOWN_TOPIC_OR_PARTITION, delete(connection));

            // What kafka-topics does with --zookeeper.
            zooKeeper.createDeleteTopicPath(TOPIC);
            Wait.until("the deletion is halted", () -> deletions.have("Halted deletion of topics " + TOPIC));
            assertTrue(zooKeeper.topicExists(TOPIC));
            Broker late = new Broker(NO_BROKER, broker, Map.of());
            Wait.until("the topic is gone", () -> !zooKeeper.topicExists(TOPIC));
            late.close();
        }
    }
}
