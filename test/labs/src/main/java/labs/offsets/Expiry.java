package labs.offsets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/consumer-offsets.md:
 *
 * - Expiry: "retention after the group became empty (KIP-211, 2.1.0), whatever its commit time is"
 * - Expiry: "retention after its commit, also while the consumer runs"
 */
class Expiry {
    private static final long RETENTION_MS = 60_000;
    private static final Map<String, String> SETTINGS =
            Map.of("offsets.retention.minutes", "1", "offsets.retention.check.interval.ms", "500");

    private static KafkaConsumer<String, String> consumer(Broker broker, String group) {
        return Clients.consumer(broker.address(), Map.of("group.id", group, "enable.auto.commit", false));
    }

    private static OffsetAndMetadata committed(Broker broker, String group, TopicPartition partition) {
        try (KafkaConsumer<String, String> consumer = consumer(broker, group)) {
            return consumer.committed(partition);
        }
    }

    private static void sleepUntil(long time) throws InterruptedException {
        Thread.sleep(Math.max(time - System.currentTimeMillis(), 0));
    }

    @Test
    @Tag("slow")
    void offsetsExpireAfterTheGroupBecameEmptyOrWithoutMembersAfterTheCommit() throws Exception {
        try (Broker broker = new Broker(SETTINGS)) {
            TopicPartition partition = new TopicPartition(Clients.newTopic(broker, Map.of()), 0);
            Map<TopicPartition, OffsetAndMetadata> offset = Map.of(partition, new OffsetAndMetadata(7));
            long committed;
            long emptied;
            try (KafkaConsumer<String, String> alone = consumer(broker, "alone")) {
                alone.assign(List.of(partition));
                try (KafkaConsumer<String, String> member = consumer(broker, "with-members")) {
                    member.subscribe(List.of(partition.topic()));
                    while (member.assignment().isEmpty()) member.poll(Duration.ofMillis(100));
                    member.commitSync(offset);
                    alone.commitSync(offset);
                    committed = System.currentTimeMillis();
                    while (System.currentTimeMillis() < committed + RETENTION_MS / 3) member.poll(Duration.ofMillis(100));
                }
                emptied = System.currentTimeMillis();
                sleepUntil(committed + RETENTION_MS - 3000);
                assertNotNull(committed(broker, "alone", partition));
                sleepUntil(committed + RETENTION_MS + 3000);
                assertNull(committed(broker, "alone", partition), "a minute after the commit, while its consumer runs");
                assertEquals(7, committed(broker, "with-members", partition).offset());
            }
            sleepUntil(emptied + RETENTION_MS - 3000);
            assertNotNull(committed(broker, "with-members", partition));
            sleepUntil(emptied + RETENTION_MS + 3000);
            assertNull(committed(broker, "with-members", partition), "a minute after the group became empty");
        }
    }
}
