package labs.quotas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Properties;
import kafka.server.ClientQuotaManager;
import kafka.zk.AdminZkClient;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Fetch;
import labs.rig.Produce;
import labs.rig.RawConnection;
import labs.rig.Wait;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.apache.kafka.common.requests.ApiVersionsRequest;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/quotas.md:
 *
 * - the beginning: "it gets its answer (a fetch an empty one), then the broker doesn't read from its connection for a
 *   while."
 * - Throttle time: "So a client that was quiet may send ten seconds' worth in one burst without being throttled."
 * - Failure and recovery: "the new connection isn't muted, while the rate lives on and counts its first request."
 * - Traps: "Answers larger than 11 s of the limit never arrive: each attempt alone is a violation, is taken back and
 *   answered with nothing."
 */
class ThrottledProducer {
    private static final int LIMIT = 1000;
    private final Broker broker = Broker.shared();

    /** Sets a limit for a client id, and waits until the broker knows it. */
    static void limit(Broker broker, String clientId, String quota, int value) {
        Properties config = new Properties();
        config.put(quota, String.valueOf(value));
        new AdminZkClient(broker.server().zkClient()).changeClientIdConfig(clientId, config);
        var quotas = broker.server().quotaManagers();
        Map<String, ClientQuotaManager> managers =
                Map.of(
                        "producer_byte_rate", quotas.produce(),
                        "consumer_byte_rate", quotas.fetch(),
                        "request_percentage", quotas.request());
        ClientQuotaManager manager = managers.get(quota);
        Wait.until("the broker knows the limit", () -> manager.quota("ANONYMOUS", clientId).bound() == value);
    }

    private static int produce(RawConnection connection, String topic, int bytes) throws Exception {
        MemoryRecords records = MemoryRecords.withRecords(CompressionType.NONE, new SimpleRecord(new byte[bytes]));
        return Produce.ask(connection, topic, records).throttleTimeMs();
    }

    private static long msSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Test
    void aProducerAboveItsLimitGetsItsAnswerAndIsMutedAfterIt() throws Exception {
        limit(broker, "fast", "producer_byte_rate", LIMIT);
        String topic = Clients.newTopic(broker, Map.of());
        try (RawConnection connection = new RawConnection(broker.port(), "fast");
                RawConnection next = new RawConnection(broker.port(), "fast")) {
            assertEquals(0, produce(connection, topic, 9 * LIMIT), "nine seconds' worth in one burst");
            long start = System.nanoTime();
            int throttleMs = produce(connection, topic, 2 * LIMIT);
            assertTrue(throttleMs > 400, "more than ten seconds' worth is throttled for " + throttleMs + " ms");
            assertTrue(msSince(start) < throttleMs, "the answer comes at once");
            assertEquals(2, broker.log(topic).logEndOffset(), "the records are in the log");
            next.ask(ApiKeys.API_VERSIONS, new ApiVersionsRequest.Builder());
            assertTrue(msSince(start) < throttleMs, "another connection isn't muted");
            connection.ask(ApiKeys.API_VERSIONS, new ApiVersionsRequest.Builder());
            assertTrue(msSince(start) >= throttleMs, "this one is");
            assertTrue(produce(next, topic, 1) > 0, "the rate counts for the other connection");
        }
    }

    @Test
    void anAnswerLargerThanTheWindowsWorthOfTheLimitNeverArrives() throws Exception {
        limit(broker, "reader", "consumer_byte_rate", LIMIT);
        String topic = Clients.newTopic(broker, Map.of());
        try (RawConnection connection = new RawConnection(broker.port())) {
            produce(connection, topic, 12 * LIMIT);
        }
        for (int attempt = 0; attempt < 3; attempt++) {
            // Each attempt has a connection of its own, since the one before is muted.
            try (RawConnection connection = new RawConnection(broker.port(), "reader")) {
                var answer = Fetch.ask(connection, topic, 10, 100 * LIMIT);
                assertTrue(answer.throttleTimeMs() > 0);
                assertTrue(answer.responseData().isEmpty(), "the answer lists no partitions");
            }
        }
        try (RawConnection other = new RawConnection(broker.port())) {
            assertTrue(Fetch.partition(other, topic, 10, 100 * LIMIT).records.sizeInBytes() > 12 * LIMIT);
        }
    }
}
