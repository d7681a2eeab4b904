package labs.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kafka.admin.AdminOperationException;
import kafka.admin.AdminUtils$;
import kafka.admin.BrokerMetadata;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Proves sentences of key-implementation/topic-life-cycle.md:
 *
 * - Without racks: "partitions 0 to 5 get (1,2) (2,3) (3,1) (1,3) (2,1) (3,2)"
 * - With racks: "Racks A (1, 2) and B (3, 4), start and shift 0: (1,3) (3,2) (2,4) (4,1) (1,4)."
 * - Order of racks: "It takes one broker from each rack in turn: 1, 3, 2, 4."
 * - Replicas: "Some without: AdminOperationException"
 */
class AssignedReplicas {
    private static BrokerMetadata broker(int id, String rack) {
        return new BrokerMetadata(id, Option.apply(rack));
    }

    /** Returns the replicas of each partition in order, where start and shift are 0. */
    private static String assign(List<BrokerMetadata> brokers, int partitions, int replicas) {
        Map<Object, Seq<Object>> assignment =
                JavaConverters.mapAsJavaMap(
                        AdminUtils$.MODULE$.assignReplicasToBrokers(
                                JavaConverters.asScalaBuffer(brokers), partitions, replicas, 0, -1));
        return assignment.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((left, right) -> (int) left - (int) right))
                .map(entry -> entry.getValue().mkString("(", ",", ")"))
                .collect(Collectors.joining(" "));
    }

    @Test
    void withoutRacksTheDistanceGrowsWithEachRound() {
        List<BrokerMetadata> brokers = List.of(broker(1, null), broker(2, null), broker(3, null));
        assertEquals("(1,2) (2,3) (3,1) (1,3) (2,1) (3,2)", assign(brokers, 6, 2));
        assertThrows(InvalidReplicationFactorException.class, () -> assign(brokers, 6, 4));
    }

    @Test
    void withRacksTheReplicasOfAPartitionAreInDifferentOnes() {
        List<BrokerMetadata> brokers = List.of(broker(1, "A"), broker(2, "A"), broker(3, "B"), broker(4, "B"));
        assertEquals("(1,3) (3,2) (2,4) (4,1) (1,4)", assign(brokers, 5, 2));
        assertEquals("(1) (3) (2) (4)", assign(brokers, 4, 1));
    }

    @Test
    void aBrokerWithoutARackBesideOthersWithOneIsRefused() {
        List<BrokerMetadata> brokers = List.of(broker(1, "A"), broker(2, null));
        assertThrows(AdminOperationException.class, () -> assign(brokers, 1, 1));
    }
}
