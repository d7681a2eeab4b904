package labs.transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.RawConnection;
import labs.rig.Wait;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.TransactionResult;
import org.apache.kafka.common.requests.WriteTxnMarkersRequest;
import org.apache.kafka.common.requests.WriteTxnMarkersRequest.TxnMarkerEntry;
import org.apache.kafka.common.requests.WriteTxnMarkersResponse;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/transactions.md:
 *
 * - Traps: "is skipped if this broker has none of its partitions in format v2."
 * - Traps: "If it is the last to be counted, after the others have their result, WriteTxnMarkers gets no response"
 */
class UnansweredMarkers {
    private static final long KNOWN = 4711;
    private static final long UNKNOWN = 4712;
    private static final TopicPartition NOWHERE = new TopicPartition("nowhere", 0);
    private static final int SILENCE_MS = 1000;
    private final Broker broker = Broker.shared();

    private static TxnMarkerEntry marker(long producer, TopicPartition partition) {
        short epoch = 0;
        return new TxnMarkerEntry(producer, epoch, 0, TransactionResult.COMMIT, List.of(partition));
    }

    private static WriteTxnMarkersRequest.Builder request(TxnMarkerEntry... markers) {
        return new WriteTxnMarkersRequest.Builder(List.of(markers));
    }

    @Test
    void aSkippedMarkerThatIsCountedLastTakesTheResponseAway() throws Exception {
        TopicPartition partition = new TopicPartition(Clients.newTopic(broker, Map.of()), 0);
        short version = ApiKeys.WRITE_TXN_MARKERS.latestVersion();
        try (RawConnection connection = new RawConnection(broker.port())) {
            WriteTxnMarkersResponse answer =
                    connection.ask(ApiKeys.WRITE_TXN_MARKERS, request(marker(UNKNOWN, NOWHERE), marker(KNOWN, partition)));
            assertEquals(Errors.UNKNOWN_TOPIC_OR_PARTITION, answer.errors(UNKNOWN).get(NOWHERE));
            assertEquals(Errors.NONE, answer.errors(KNOWN).get(partition));

            connection.send(ApiKeys.WRITE_TXN_MARKERS, request(marker(KNOWN, partition), marker(UNKNOWN, NOWHERE)), version);
            Wait.until("the marker is in the log", () -> broker.log(partition.topic()).logEndOffset() == 2);
            assertFalse(connection.answersWithin(SILENCE_MS));
        }
    }
}
