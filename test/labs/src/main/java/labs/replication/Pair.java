package labs.replication;

import java.util.List;
import java.util.Map;
import kafka.cluster.Partition;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Two brokers of one cluster: 0, which leads the partitions, and 1, which follows. */
public final class Pair implements AutoCloseable {
    public final Broker leader;
    public final Broker follower;

    public Pair(Map<String, String> settings) {
        leader = new Broker(settings);
        follower = new Broker(1, leader, settings);
    }

    /** Makes a topic that broker 0 leads and broker 1 follows. */
    public TopicPartition replicated(String topic, Map<String, String> settings) throws Exception {
        try (AdminClient admin = Clients.admin(leader)) {
            admin.createTopics(List.of(new NewTopic(topic, Map.of(0, List.of(0, 1))).configs(settings))).all().get();
        }
        TopicPartition partition = new TopicPartition(topic, 0);
        Wait.until("both replicas are there", () -> isKnown(leader, partition) && isKnown(follower, partition));
        Wait.until("both are in the ISR", () -> isr(partition) == 2);
        return partition;
    }

    private static boolean isKnown(Broker broker, TopicPartition partition) {
        return broker.server().replicaManager().localReplica(partition).isDefined();
    }

    static Partition on(Broker broker, TopicPartition partition) {
        return broker.server().replicaManager().getPartition(partition).get();
    }

    int isr(TopicPartition partition) {
        return on(leader, partition).inSyncReplicas().size();
    }

    public long highWatermark(Broker broker, TopicPartition partition) {
        return on(broker, partition).localReplica().get().highWatermark().messageOffset();
    }

    public void send(Broker to, TopicPartition partition, String acks) throws Exception {
        send(to, partition, acks, "value");
    }

    public void send(Broker to, TopicPartition partition, String acks, String value) throws Exception {
        try (KafkaProducer<String, String> producer = Clients.producer(to.address(), Map.of("acks", acks))) {
            producer.send(new ProducerRecord<>(partition.topic(), value)).get();
        }
    }

    /** Ends the follower's fetcher threads; its broker lives on and keeps its session with ZooKeeper. */
    public void hangFollower() {
        follower.server().replicaManager().replicaFetcherManager().closeAllFetchers();
    }

    @Override
    public void close() {
        follower.close();
        leader.close();
    }
}
