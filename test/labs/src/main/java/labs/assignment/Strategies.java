package labs.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.consumer.RoundRobinAssignor;
import org.apache.kafka.clients.consumer.StickyAssignor;
import org.apache.kafka.clients.consumer.internals.AbstractPartitionAssignor;
import org.apache.kafka.clients.consumer.internals.PartitionAssignor.Assignment;
import org.apache.kafka.clients.consumer.internals.PartitionAssignor.Subscription;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/partition-assignment.md:
 *
 * - Range: "the first P mod C get one more than P / C, rounded down."
 * - Round robin: "three topics of 4 partitions give 4, 4, 4."
 * - Round robin: "A gets x-0 and x-2, B gets x-1, x-3, y-0, y-1. Sticky gives each 3"
 * - Sticky: "In that case sticky gives c1 0, 3, 5 and c2 1, 4, 2: four of four stay."
 * - Traps: "come out unchanged, and 4 and 5 are read twice."
 */
class Strategies {
    private static final Map<String, Integer> THREE_TOPICS = Map.of("t1", 4, "t2", 4, "t3", 4);

    private static Map<String, Subscription> allSubscribe(Set<String> topics, String... members) {
        return Arrays.stream(members)
                .collect(Collectors.toMap(member -> member, member -> new Subscription(List.copyOf(topics))));
    }

    /** Returns each member's partitions as `topic-0 topic-1`, by member. */
    private static Map<String, String> assign(
            AbstractPartitionAssignor assignor, Map<String, Integer> counts, Map<String, Subscription> subscriptions) {
        Map<String, String> all = new TreeMap<>();
        assignor.assign(counts, subscriptions).forEach((member, partitions) -> all.put(member, shown(partitions)));
        return all;
    }

    private static String shown(List<TopicPartition> partitions) {
        return partitions.stream()
                .sorted(Comparator.comparing(TopicPartition::toString))
                .map(TopicPartition::toString)
                .collect(Collectors.joining(" "));
    }

    private static List<Integer> counts(Map<String, String> assignment) {
        return assignment.values().stream().map(all -> all.isEmpty() ? 0 : all.split(" ").length).collect(Collectors.toList());
    }

    @Test
    void rangeGivesTheSurplusOfEachTopicToTheFirstMembers() {
        Map<String, Subscription> three = allSubscribe(THREE_TOPICS.keySet(), "c1", "c2", "c3");
        assertEquals(List.of(6, 3, 3), counts(assign(new RangeAssignor(), THREE_TOPICS, three)));
        assertEquals(List.of(4, 4, 4), counts(assign(new RoundRobinAssignor(), THREE_TOPICS, three)));
    }

    @Test
    void roundRobinPassesOverWhoCanNotTakeATopic() {
        Map<String, Integer> topics = Map.of("x", 4, "y", 2);
        Map<String, Subscription> unequal = Map.of("A", new Subscription(List.of("x")), "B", new Subscription(List.of("x", "y")));
        assertEquals(Map.of("A", "x-0 x-2", "B", "x-1 x-3 y-0 y-1"), assign(new RoundRobinAssignor(), topics, unequal));
        assertEquals(List.of(3, 3), counts(assign(new StickyAssignor(), topics, unequal)));
    }

    /** Returns the subscription of a member that was given these partitions of topic `t` before. */
    private static Subscription claiming(int... partitions) {
        StickyAssignor member = new StickyAssignor();
        List<TopicPartition> all =
                Arrays.stream(partitions).mapToObj(number -> new TopicPartition("t", number)).collect(Collectors.toList());
        member.onAssignment(new Assignment(all));
        return member.subscription(Set.of("t"));
    }

    @Test
    void stickyLeavesPartitionsWhereTheyAre() {
        Map<String, Integer> six = Map.of("t", 6);
        Map<String, Subscription> withoutC3 = Map.of("c1", claiming(0, 3), "c2", claiming(1, 4));
        assertEquals(Map.of("c1", "t-0 t-3 t-5", "c2", "t-1 t-2 t-4"), assign(new StickyAssignor(), six, withoutC3));
        assertEquals(Map.of("c1", "t-0 t-2 t-4", "c2", "t-1 t-3 t-5"), assign(new RoundRobinAssignor(), six, withoutC3));
    }

    @Test
    void stickyGivesPartitionsTwiceToWhomAnOldClaimComesBackFrom() {
        Map<String, Subscription> back = Map.of("c1", claiming(0, 2, 4), "c2", claiming(1, 3, 5), "c3", claiming(4, 5));
        assertEquals(
                Map.of("c1", "t-0 t-2 t-4", "c2", "t-1 t-3 t-5", "c3", "t-4 t-5"),
                assign(new StickyAssignor(), Map.of("t", 6), back));
    }
}
