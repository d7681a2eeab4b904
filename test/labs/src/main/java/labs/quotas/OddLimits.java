package labs.quotas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Map;
import kafka.server.ClientQuotaManager;
import kafka.server.ClientQuotaManagerConfig;
import kafka.server.QuotaType.Produce$;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Produce;
import labs.rig.RawConnection;
import kafka.network.RequestChannel;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.Quota;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.utils.Time;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import scala.Option;

/**
 * core-design/quotas.md, Traps: "A byte limit of 0 doesn't limit". And: "request_percentage=0 delays each request that counts, by 1 s
 * by default." And: "A deleted user limit lives on while the level of users is the only one that is on and there is no default user".
 */
class OddLimits {
  private static final int SOME_BYTES = 100_000;
  private final Broker broker = Broker.shared();

  @Test
  void aByteLimitOfZeroDoesNotLimit() throws Exception {
    ThrottledProducer.limit(broker, "zero", "producer_byte_rate", 0);
    String topic = Clients.newTopic(broker, Map.of());
    MemoryRecords records = MemoryRecords.withRecords(CompressionType.NONE, new SimpleRecord(new byte[SOME_BYTES]));
    try (RawConnection connection = new RawConnection(broker.port(), "zero")) {
      assertEquals(0, Produce.ask(connection, topic, records).throttleTimeMs());
    }
  }

  @Test
  void aRequestPercentageOfZeroDelaysEachRequestByASecond() throws Exception {
    ThrottledProducer.limit(broker, "asker", "request_percentage", 0);
    for (int count = 0; count < 3; count++) {
      try (RawConnection connection = new RawConnection(broker.port(), "asker")) {
        MetadataResponse answer = connection.ask(ApiKeys.METADATA, MetadataRequest.Builder.allTopics());
        assertEquals(1000, answer.throttleTimeMs());
      }
    }
  }

  @Test
  void aDeletedUserLimitLivesOn() throws Exception {
    Metrics metrics = new Metrics(new MetricConfig(), new ArrayList<>(), Time.SYSTEM, false);
    ClientQuotaManagerConfig config = new ClientQuotaManagerConfig(Long.MAX_VALUE, 11, 1);
    ClientQuotaManager manager = new ClientQuotaManager(config, metrics, Produce$.MODULE$, Time.SYSTEM, "", Option.empty());
    var alice = new RequestChannel.Session(new KafkaPrincipal("User", "alice"), InetAddress.getLoopbackAddress());
    Option<String> user = Option.apply("alice");
    Option<String> none = Option.empty();

    manager.updateQuota(user, none, none, Option.apply(Quota.upperBound(1000)));
    assertTrue(manager.maybeRecordAndGetThrottleTimeMs(alice, "client", SOME_BYTES, Time.SYSTEM.milliseconds()) > 0);
    manager.updateQuota(user, none, none, Option.empty());
    assertTrue(manager.maybeRecordAndGetThrottleTimeMs(alice, "client", 1, Time.SYSTEM.milliseconds()) > 0, "still throttled");
    manager.updateQuota(user, none, none, Option.apply(Quota.upperBound(1e15)));
    assertEquals(0, manager.maybeRecordAndGetThrottleTimeMs(alice, "client", 1, Time.SYSTEM.milliseconds()));
    manager.shutdown();
  }
}
