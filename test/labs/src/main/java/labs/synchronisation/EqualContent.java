package labs.synchronisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import kafka.api.LeaderAndIsr;
import kafka.controller.LeaderIsrAndControllerEpoch;
import kafka.utils.ReplicationUtils$;
import kafka.zk.KafkaZkClient;
import labs.rig.Broker;
import labs.rig.Clients;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

/**
 * Proves a sentence of key-implementation/replica-synchronisation.md:
 *
 * - An ISR change: "counts equal content as success: the answer to an earlier attempt was lost."
 */
class EqualContent {
    private static final int STALE = 77;

    /** Writes a state with a version that the node doesn't have. Returns whether that counts as success, and the version. */
    private static Tuple2<Object, Object> write(KafkaZkClient zooKeeper, TopicPartition partition, int leaderEpoch) {
        LeaderIsrAndControllerEpoch now = zooKeeper.getTopicPartitionState(partition).get();
        LeaderAndIsr state = now.leaderAndIsr();
        LeaderAndIsr wanted = new LeaderAndIsr(state.leader(), leaderEpoch, state.isr(), STALE);
        return ReplicationUtils$.MODULE$.updateLeaderAndIsr(zooKeeper, partition, wanted, now.controllerEpoch());
    }

    @Test
    void aConflictCountsAsSuccessIfTheNodeHasWhatWasToBeWritten() throws Exception {
        Broker broker = Broker.shared();
        KafkaZkClient zooKeeper = broker.server().zkClient();
        TopicPartition partition = new TopicPartition(Clients.newTopic(broker, Map.of()), 0);
        LeaderAndIsr state = zooKeeper.getTopicPartitionState(partition).get().leaderAndIsr();

        assertEquals(new Tuple2<>(true, state.zkVersion()), write(zooKeeper, partition, state.leaderEpoch()));
        assertEquals(new Tuple2<>(false, -1), write(zooKeeper, partition, state.leaderEpoch() + 1));
        LeaderAndIsr after = zooKeeper.getTopicPartitionState(partition).get().leaderAndIsr();
        assertEquals(state, after, "neither has written");
    }
}
