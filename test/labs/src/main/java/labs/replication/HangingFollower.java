package labs.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import kafka.cluster.Partition;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.LogLines;
import labs.rig.Produce;
import labs.rig.RawConnection;
import labs.rig.Wait;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.Errors;
import org.apache.log4j.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * core-design/replication.md, A replicated record: "broker 2 learns it one answer late, up to 500 ms if idle." And Acknowledgement for
 * acks=all: "If the ISR shrank below the minimum while the request waited, the records are in the log and committed, and the producer
 * gets NOT_ENOUGH_REPLICAS_AFTER_APPEND". And ISR, Leaving: "This check leaves a follower at the end of an idle partition in the ISR,
 * even a dead one."
 */
class HangingFollower {
  private static final int LAG_MS = 2500;
  private static Broker leader;
  private static Broker follower;

  @BeforeAll
  static void start() {
    Map<String, String> settings = Map.of("replica.lag.time.max.ms", String.valueOf(LAG_MS), "replica.fetch.wait.max.ms", "1000");
    leader = new Broker(settings);
    follower = new Broker(1, leader, settings);
  }

  @AfterAll
  static void close() {
    follower.close();
    leader.close();
  }

  /** Makes a topic that broker 0 leads and broker 1 follows. */
  private static TopicPartition replicated(String topic, Map<String, String> settings) throws Exception {
    try (AdminClient admin = Clients.admin(leader)) {
      admin.createTopics(List.of(new NewTopic(topic, Map.of(0, List.of(0, 1))).configs(settings))).all().get();
    }
    TopicPartition partition = new TopicPartition(topic, 0);
    Wait.until("both replicas are there", () -> isKnown(leader, partition) && isKnown(follower, partition) && isr(partition) == 2);
    return partition;
  }

  private static boolean isKnown(Broker broker, TopicPartition partition) {
    return broker.server().replicaManager().localReplica(partition).isDefined();
  }

  private static Partition on(Broker broker, TopicPartition partition) {
    return broker.server().replicaManager().getPartition(partition).get();
  }

  private static int isr(TopicPartition partition) {
    return on(leader, partition).inSyncReplicas().size();
  }

  private static long highWatermark(Broker broker, TopicPartition partition) {
    return on(broker, partition).localReplica().get().highWatermark().messageOffset();
  }

  private static void send(TopicPartition partition, String acks) throws Exception {
    try (KafkaProducer<String, String> producer = Clients.producer(leader.address(), Map.of("acks", acks))) {
      producer.send(new ProducerRecord<>(partition.topic(), "value")).get();
    }
  }

  @Test
  void aFollowerLearnsTheHighWatermarkOneAnswerLate() throws Exception {
    TopicPartition partition = replicated("late-watermark", Map.of());
    send(partition, "all");
    long onTheLeader = highWatermark(leader, partition);
    long onTheFollower = highWatermark(follower, partition);
    assertEquals(1, onTheLeader, "the record is acknowledged");
    assertEquals(0, onTheFollower, "the follower has it and doesn't know that it is committed");
    Wait.until("the next answer has come", () -> highWatermark(follower, partition) == 1);
  }

  @Test
  void aHangingFollowerHoldsTheHighWatermarkBackUntilItLeavesTheIsr() throws Exception {
    TopicPartition idle = replicated("idle", Map.of());
    TopicPartition partition = replicated("hanging", Map.of("min.insync.replicas", "2"));
    // The leader knows no offset of a follower before its first fetch.
    send(idle, "all");
    send(partition, "all");
    // The fetcher threads end, and the broker keeps its session with ZooKeeper.
    follower.server().replicaManager().replicaFetcherManager().closeAllFetchers();
    try (LogLines lines = new LogLines(Partition.class, Level.INFO);
        RawConnection connection = new RawConnection(leader.port())) {
      send(partition, "1");
      assertEquals(1, highWatermark(leader, partition), "acks=1 is acknowledged and no consumer may see it");
      assertEquals(Errors.NOT_ENOUGH_REPLICAS_AFTER_APPEND, Produce.batch(connection, partition.topic(), 4711, 0).error);
      assertTrue(lines.have("Shrinking ISR from 0,1 to 0"), lines.toString());
      assertEquals(3, highWatermark(leader, partition), "the records are committed all the same");
      assertEquals(3, Clients.recordsOf(leader, partition.topic()).size());
      assertEquals(Errors.NOT_ENOUGH_REPLICAS, Produce.batch(connection, partition.topic(), 4711, 1).error);
    }
    Thread.sleep(LAG_MS / 2);
    assertEquals(2, isr(idle), "where nothing is missing on the follower, it stays in the ISR");
  }
}
