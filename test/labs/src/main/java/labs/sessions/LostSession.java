package labs.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.FetchSessionHandler;
import org.apache.kafka.clients.FetchSessionHandler.FetchRequestData;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.requests.FetchMetadata;
import org.apache.kafka.common.requests.FetchRequest;
import org.apache.kafka.common.requests.FetchResponse;
import org.apache.kafka.common.utils.LogContext;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/fetch-sessions.md:
 *
 * - A lost session: "makes the next request full, with id 0."
 * - A follower's failed fetch: "keeps the id and makes the next fetch full."
 * - A throttled full fetch: "fails the client's check, as all partitions are missing; the next fetch is full."
 * - A session that becomes empty: "is what the client takes id 0 for; its next fetch is full."
 * - What is sent: "so it leaves the session with the next fetch to this broker and returns later as a new one, at the end."
 */
class LostSession {
    private static final int ID = 42;
    private final FetchSessionHandler handler = new FetchSessionHandler(new LogContext(), 1);

    /** Builds a fetch of these partitions at this offset. */
    private FetchRequestData build(long offset, int... partitions) {
        FetchSessionHandler.Builder builder = handler.newBuilder();
        for (int number : partitions) {
            FetchRequest.PartitionData wanted = new FetchRequest.PartitionData(offset, 0, 1000, Optional.empty());
            builder.add(Sessions.partition(number), wanted);
        }
        return builder.build();
    }

    private boolean answer(Errors error, int id, int... partitions) {
        LinkedHashMap<TopicPartition, FetchResponse.PartitionData<MemoryRecords>> data = new LinkedHashMap<>();
        for (int number : partitions) {
            data.put(
                    Sessions.partition(number),
                    new FetchResponse.PartitionData<>(Errors.NONE, 0, 0, 0, null, MemoryRecords.EMPTY));
        }
        return handler.handleResponse(new FetchResponse<>(error, data, 0, id));
    }

    private void open() {
        build(0, 0, 1);
        assertTrue(answer(Errors.NONE, ID, 0, 1));
    }

    private static void assertFull(FetchRequestData request, int id) {
        assertEquals(new FetchMetadata(id, FetchMetadata.INITIAL_EPOCH), request.metadata());
        assertEquals(2, request.toSend().size());
    }

    @Test
    void whatHasNotChangedIsNotNamed() {
        open();
        FetchRequestData second = build(0, 0, 1);
        assertEquals(new FetchMetadata(ID, 1), second.metadata());
        assertTrue(second.toSend().isEmpty());
        assertTrue(answer(Errors.NONE, ID));
        // Partition 0 is paused, or its records wait in the buffer of the consumer.
        FetchRequestData third = build(0, 1);
        assertEquals(List.of(Sessions.partition(0)), third.toForget());
        assertTrue(answer(Errors.NONE, ID));
        FetchRequestData fourth = build(0, 0, 1);
        assertEquals(Map.of(Sessions.partition(0), fourth.toSend().get(Sessions.partition(0))), fourth.toSend());
        assertEquals(List.of(Sessions.partition(1), Sessions.partition(0)), List.copyOf(fourth.sessionPartitions().keySet()));
    }

    @Test
    void anUnknownSessionIsOpenedAnew() {
        open();
        build(0, 0, 1);
        assertFalse(answer(Errors.FETCH_SESSION_ID_NOT_FOUND, 0), "the response isn't used");
        assertFull(build(0, 0, 1), FetchMetadata.INVALID_SESSION_ID);
    }

    @Test
    void aWrongEpochAndALostAnswerCloseTheSession() {
        open();
        build(0, 0, 1);
        assertFalse(answer(Errors.INVALID_FETCH_SESSION_EPOCH, 0));
        assertFull(build(0, 0, 1), ID);
        assertTrue(answer(Errors.NONE, ID, 0, 1));
        build(0, 0, 1);
        handler.handleError(new IOException("disconnected"));
        assertFull(build(0, 0, 1), ID);
    }

    @Test
    void aThrottledFullFetchIsNotUsed() {
        build(0, 0, 1);
        assertFalse(answer(Errors.NONE, FetchMetadata.INVALID_SESSION_ID));
        assertFull(build(0, 0, 1), FetchMetadata.INVALID_SESSION_ID);
    }

    @Test
    void anAnswerWithoutASessionEndsIt() {
        open();
        build(0, 0, 1);
        assertTrue(answer(Errors.NONE, FetchMetadata.INVALID_SESSION_ID));
        assertFull(build(0, 0, 1), FetchMetadata.INVALID_SESSION_ID);
    }
}
