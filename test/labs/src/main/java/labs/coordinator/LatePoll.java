package labs.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.LogLines;
import labs.rig.Wait;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/coordinators.md:
 *
 * - A late poll: "is what a commit gives now, without a request: commitSync() throws it"
 * - A late poll: "forgets generation and member id; the consumer still holds its partitions."
 * - Traps: "a commit without generation is refused while the group has members; commitSync() throws CommitFailedException"
 */
class LatePoll {
    private final Broker broker = Broker.shared();

    private KafkaConsumer<String, String> member(String topic, int maxPollMs) {
        Map<String, Object> settings =
                Map.of(
                        "group.id", topic,
                        "max.poll.interval.ms", maxPollMs,
                        "heartbeat.interval.ms", 100,
                        "enable.auto.commit", false);
        KafkaConsumer<String, String> consumer = Clients.consumer(broker.wiredAddress(), settings);
        consumer.subscribe(List.of(topic));
        while (consumer.assignment().isEmpty()) consumer.poll(Duration.ofMillis(100));
        return consumer;
    }

    @Test
    void aMemberThatPollsTooLateLeavesTheGroupAndCanNotCommit() throws Exception {
        String topic = Clients.newTopic(broker, Map.of());
        try (LogLines lines = new LogLines("org.apache.kafka.clients.consumer.internals.AbstractCoordinator", Level.WARN);
                KafkaConsumer<String, String> consumer = member(topic, 700);
                AdminClient admin = Clients.admin(broker)) {
            Wait.until("the member has left", () -> lines.have("consumer poll timeout has expired"));
            Wait.until(
                    "the group is empty",
                    () -> admin.describeConsumerGroups(List.of(topic)).all().get().get(topic).members().isEmpty());
            assertFalse(consumer.assignment().isEmpty(), "it still holds its partitions");
            assertThrows(CommitFailedException.class, () -> consumer.commitSync(Duration.ofSeconds(5)));
            assertEquals(0, broker.wire.requests(ApiKeys.OFFSET_COMMIT));
        }
    }

    @Test
    void aConsumerThatAssignsItselfCanNotCommitForAGroupWithMembers() throws Exception {
        String topic = Clients.newTopic(broker, Map.of());
        TopicPartition partition = new TopicPartition(topic, 0);
        Map<TopicPartition, OffsetAndMetadata> offset = Map.of(partition, new OffsetAndMetadata(1));
        try (KafkaConsumer<String, String> alone = Clients.consumer(broker.address(), Map.of("group.id", topic))) {
            alone.assign(List.of(partition));
            KafkaConsumer<String, String> member = member(topic, 300_000);
            assertThrows(CommitFailedException.class, () -> alone.commitSync(offset));
            member.close();
            alone.commitSync(offset);
        }
    }
}
