package labs.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import kafka.server.FetchContext;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.Records;
import org.apache.kafka.common.requests.FetchMetadata;
import org.apache.kafka.common.requests.FetchRequest;
import org.apache.kafka.common.requests.FetchResponse;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/fetch-sessions.md:
 *
 * - Traps: "The follower sends its epoch, the leader uses it in a full fetch only."
 * - Traps: "the same request again gets INVALID_FETCH_SESSION_EPOCH while the session is there."
 * - The epoch again: "the context has the object, answers, and the next fetch gets FETCH_SESSION_ID_NOT_FOUND."
 * - What is answered: "An error sets the stored high watermark to -1, so that the first answer after it names the partition too."
 * - Rotation: "each partition that was in an answer goes to the end"
 */
class EpochOfASession {
    private final Sessions sessions = new Sessions(10);

    /** Returns the leader epochs with which a leader reads the partitions of a fetch. */
    private static List<Optional<Integer>> leaderEpochs(FetchContext context) {
        List<Optional<Integer>> epochs = new ArrayList<>();
        context.foreachPartition(
                (partition, asked) -> {
                    epochs.add(asked.currentLeaderEpoch);
                    return scala.runtime.BoxedUnit.UNIT;
                });
        return epochs;
    }

    @Test
    void theLeaderEpochOfAFollowerIsLostInASession() {
        FetchContext full = sessions.fetch(0, FetchMetadata.INITIAL_EPOCH, Sessions.wanted(1), true);
        assertEquals(List.of(Optional.of(1)), leaderEpochs(full));
        int id = Sessions.answer(full, 0, Errors.NONE).sessionId();

        FetchContext incremental = sessions.fetch(id, 1, Sessions.wanted(1), true);
        assertEquals(List.of(Optional.empty()), leaderEpochs(incremental), "even though the fetch names it");
    }

    @Test
    void aRequestThatIsSentAgainHasTheWrongEpoch() {
        int id = sessions.open(1, false);
        assertEquals(Errors.NONE, sessions.use(id, 1));
        assertEquals(Errors.INVALID_FETCH_SESSION_EPOCH, sessions.use(id, 1));
        assertEquals(Errors.NONE, sessions.use(id, 2), "the session itself isn't harmed");
    }

    @Test
    void aFetchThatWaitsWhileItsSessionIsRemovedIsAnswered() {
        int id = sessions.open(1, false);
        FetchContext waiting = sessions.fetch(id, 1, new LinkedHashMap<>(), false);
        sessions.cache.remove(id);
        FetchResponse<Records> answer = Sessions.answer(waiting, 7, Errors.NONE);
        assertEquals(Errors.NONE, answer.error());
        assertEquals(id, answer.sessionId());
        assertEquals(1, answer.responseData().size());
        assertEquals(Errors.FETCH_SESSION_ID_NOT_FOUND, sessions.use(id, 2));
    }

    @Test
    void aPartitionWithoutNewsIsNamedOnceMoreAfterAnError() {
        int id = sessions.open(1, false);
        LinkedHashMap<TopicPartition, FetchRequest.PartitionData> nothing = new LinkedHashMap<>();
        assertTrue(Sessions.answer(sessions.fetch(id, 1, nothing, false), 0, Errors.NONE).responseData().isEmpty());
        FetchContext failing = sessions.fetch(id, 2, nothing, false);
        assertFalse(Sessions.answer(failing, 0, Errors.KAFKA_STORAGE_ERROR).responseData().isEmpty());
        assertFalse(Sessions.answer(sessions.fetch(id, 3, nothing, false), 0, Errors.NONE).responseData().isEmpty());
        assertTrue(Sessions.answer(sessions.fetch(id, 4, nothing, false), 0, Errors.NONE).responseData().isEmpty());
    }

    @Test
    void aPartitionWhoseHighWatermarkMovedGoesToTheEnd() {
        int id = sessions.open(3, false);
        FetchContext context = sessions.fetch(id, 1, new LinkedHashMap<>(), false);
        LinkedHashMap<TopicPartition, FetchResponse.PartitionData<Records>> results = new LinkedHashMap<>();
        for (int number = 0; number < 3; number++) {
            results.put(Sessions.partition(number), Sessions.result(number == 0 ? 5 : 0, Errors.NONE));
        }
        assertEquals(1, context.updateAndGenerateResponseData(results).responseData().size());
        assertEquals(List.of(1, 2, 0), sessions.partitionsOf(id));
    }
}
