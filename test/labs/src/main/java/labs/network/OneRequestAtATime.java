package labs.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Fetch;
import labs.rig.RawConnection;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.ApiVersionsRequest;
import org.apache.kafka.common.requests.ResponseHeader;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/network-layer.md:
 *
 * - One request at a time: "the broker queues no request of a connection before it is done with the one before."
 */
class OneRequestAtATime {
    private static final int WAIT_MS = 700;
    private final Broker broker = Broker.shared();

    private static long msSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Test
    void aRequestWaitsForTheOneBeforeItOnTheSameConnectionOnly() throws Exception {
        String topic = Clients.newTopic(broker, Map.of());
        try (RawConnection busy = new RawConnection(broker.port());
                RawConnection other = new RawConnection(broker.port())) {
            long start = System.nanoTime();
            int fetch = busy.send(ApiKeys.FETCH, Fetch.request(topic, WAIT_MS, 1000), (short) 4);
            int versions = busy.send(ApiKeys.API_VERSIONS, new ApiVersionsRequest.Builder(), (short) 0);
            other.ask(ApiKeys.API_VERSIONS, new ApiVersionsRequest.Builder());
            assertTrue(msSince(start) < WAIT_MS, "another connection is served meanwhile");
            assertEquals(fetch, ResponseHeader.parse(busy.receiveFrame()).correlationId());
            assertEquals(versions, ResponseHeader.parse(busy.receiveFrame()).correlationId());
            assertTrue(msSince(start) >= WAIT_MS, "the second request was answered after the first one's wait");
        }
    }
}
