package labs.throughput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import labs.rig.RawConnection;
import labs.replication.Pair;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.apache.kafka.common.requests.ProduceRequest;
import org.apache.kafka.common.requests.ProduceResponse;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/motivation.md:
 *
 * - Request queue: "So several requests in flight don't occupy several handlers, and with acks=all they wait for the
 *   followers one after another."
 * - Failure and recovery: "the broker answers REQUEST_TIMED_OUT for what is still missing."
 * - Failure and recovery: "In the first case the leader has appended the records"
 */
class OneAfterAnother {
    private static final int TIMEOUT_MS = 1000;

    @Test
    void twoRequestsOfOneConnectionWaitForTheFollowerOneAfterTheOther() throws Exception {
        // The follower stays in the ISR, so that nothing but their own time ends the requests.
        try (Pair pair = new Pair(Map.of("replica.lag.time.max.ms", "600000"));
                RawConnection connection = new RawConnection(pair.leader.port())) {
            TopicPartition partition = pair.replicated("slow", Map.of());
            pair.send(pair.leader, partition, "all");
            pair.hangFollower();
            MemoryRecords records = MemoryRecords.withRecords(CompressionType.NONE, new SimpleRecord("value".getBytes()));
            ProduceRequest.Builder request =
                    ProduceRequest.Builder.forCurrentMagic((short) -1, TIMEOUT_MS, Map.of(partition, records));
            short version = request.latestAllowedVersion();
            long start = System.nanoTime();
            for (int number = 0; number < 2; number++) connection.send(ApiKeys.PRODUCE, request, version);
            for (int number = 1; number <= 2; number++) {
                ProduceResponse answer = connection.receive(ApiKeys.PRODUCE, version);
                long ms = (System.nanoTime() - start) / 1_000_000;
                assertEquals(Errors.REQUEST_TIMED_OUT, answer.responses().get(partition).error);
                assertTrue(ms >= number * TIMEOUT_MS, "answer " + number + " came after " + ms + " ms");
            }
            assertEquals(3, pair.leader.log("slow").logEndOffset(), "the records are in the leader's log");
            assertEquals(1, pair.highWatermark(pair.leader, partition), "and not committed");
        }
    }
}
