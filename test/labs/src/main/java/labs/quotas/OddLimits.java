package labs.quotas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Map;
import kafka.network.RequestChannel;
import kafka.server.ClientQuotaManager;
import kafka.server.ClientQuotaManagerConfig;
import kafka.server.QuotaType.Produce$;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Produce;
import labs.rig.RawConnection;
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
import org.junit.jupiter.api.Test;
import scala.Option;

/**
 * Proves sentences of core-design/quotas.md:
 *
 * - Traps: "A byte limit of 0 doesn't limit"
 * - Traps: "request_percentage=0 delays each request that counts, by 1 s by default."
 * - Traps: "A deleted user limit lives on while the level of users is the only one that is on and there is no default
 *   user"
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
        Option<String> user = Option.apply("alice");
        Option<String> none = Option.empty();

        manager.updateQuota(user, none, none, Option.apply(Quota.upperBound(1000)));
        assertTrue(delay(manager, SOME_BYTES) > 0);
        manager.updateQuota(user, none, none, Option.empty());
        assertTrue(delay(manager, 1) > 0, "still throttled");
        manager.updateQuota(user, none, none, Option.apply(Quota.upperBound(1e15)));
        assertEquals(0, delay(manager, 1));
        manager.shutdown();
    }

    /** Records bytes of the user alice. Returns the delay in milliseconds. */
    private static int delay(ClientQuotaManager manager, int bytes) {
        var alice = new RequestChannel.Session(new KafkaPrincipal("User", "alice"), InetAddress.getLoopbackAddress());
        return manager.maybeRecordAndGetThrottleTimeMs(alice, "client", bytes, Time.SYSTEM.milliseconds());
    }
}
