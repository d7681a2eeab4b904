package labs.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/consumer.md:
 *
 * - Five questions: "What wasn't committed comes again."
 * - Traps: "close() and unsubscribe() don't call the listener, and unsubscribe() commits nothing."
 */
class Rebalanced {
    private static final Duration SHORT = Duration.ofMillis(50);
    private final Broker broker = Broker.shared();

    private String topicWithRecords(int partitions) throws Exception {
        String topic = Clients.newTopic(broker, partitions, Map.of());
        try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), Map.of())) {
            for (int partition = 0; partition < partitions; partition++)
                for (int number = 0; number < 3; number++) producer.send(new ProducerRecord<>(topic, partition, null, "value"));
        }
        return topic;
    }

    private KafkaConsumer<String, String> member(String group, boolean autoCommit) {
        return Clients.consumer(
                broker.address(),
                Map.of(
                        "group.id", group,
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", autoCommit,
                        "heartbeat.interval.ms", 100));
    }

    @Test
    void aMemberThatKeepsItsPartitionGoesOnAtTheCommittedOffset() throws Exception {
        String topic = topicWithRecords(2);
        try (KafkaConsumer<String, String> first = member(topic, false);
                KafkaConsumer<String, String> second = member(topic, false)) {
            first.subscribe(List.of(topic));
            for (int read = 0; read < 6; ) read += first.poll(SHORT).count();
            for (int partition = 0; partition < 2; partition++)
                first.commitSync(Map.of(new TopicPartition(topic, partition), new OffsetAndMetadata(1)));

            second.subscribe(List.of(topic));
            List<ConsumerRecord<String, String>> again = new ArrayList<>();
            Wait.until(
                    "the first member has read again after the rebalance",
                    () -> {
                        second.poll(SHORT);
                        first.poll(SHORT).forEach(again::add);
                        return !again.isEmpty();
                    });
            assertEquals(1, first.assignment().size(), "it has kept one of its two partitions");
            assertEquals(1, again.get(0).offset(), "it goes on at the committed offset, though it had read further");
        }
    }

    @Test
    void neitherCloseNorUnsubscribeCallsTheListener() throws Exception {
        String topic = topicWithRecords(1);
        List<String> calls = new ArrayList<>();
        ConsumerRebalanceListener listener =
                new ConsumerRebalanceListener() {
                    @Override
                    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                        calls.add("revoked " + partitions.size());
                    }

                    @Override
                    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                        calls.add("assigned " + partitions.size());
                    }
                };
        TopicPartition partition = new TopicPartition(topic, 0);
        KafkaConsumer<String, String> consumer = member(topic, true);
        consumer.subscribe(List.of(topic), listener);
        Wait.until("it has read", () -> !consumer.poll(SHORT).isEmpty());
        consumer.unsubscribe();
        assertNull(consumer.committed(partition), "unsubscribe() commits nothing");
        consumer.subscribe(List.of(topic), listener);
        Wait.until("it has read again", () -> !consumer.poll(SHORT).isEmpty());
        consumer.close();
        // Each join begins with a call for what the member has, which is nothing.
        assertEquals(List.of("revoked 0", "assigned 1", "revoked 0", "assigned 1"), calls);
    }
}
