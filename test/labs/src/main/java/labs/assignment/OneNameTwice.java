package labs.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.ConsumerGroupState;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/partition-assignment.md:
 *
 * - Traps: "Without another common one vote throws, and the group stays in PreparingRebalance."
 */
class OneNameTwice {
    private final Broker broker = Broker.shared();

    @Test
    void aGroupWhoseOnlyStrategyIsListedTwiceNeverGetsAnAssignment() throws Exception {
        String topic = Clients.newTopic(broker, Map.of());
        String range = RangeAssignor.class.getName();
        Map<String, Object> settings = Map.of("group.id", topic, "partition.assignment.strategy", List.of(range, range));
        KafkaConsumer<String, String> consumer = Clients.consumer(broker.address(), settings);
        try (AdminClient admin = Clients.admin(broker)) {
            consumer.subscribe(List.of(topic));
            for (int count = 0; count < 10; count++) consumer.poll(Duration.ofMillis(100));
            assertTrue(consumer.assignment().isEmpty());
            Wait.until("the group is known", () -> state(admin, topic) != ConsumerGroupState.DEAD);
            assertEquals(ConsumerGroupState.PREPARING_REBALANCE, state(admin, topic));
        } finally {
            // Its JoinGroup is never answered.
            consumer.close(Duration.ZERO);
        }
    }

    private static ConsumerGroupState state(AdminClient admin, String group) throws Exception {
        return admin.describeConsumerGroups(List.of(group)).all().get().get(group).state();
    }
}
