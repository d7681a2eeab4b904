package labs.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.Map;
import kafka.api.ApiVersion$;
import kafka.log.Log;
import labs.rig.LoneLog;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.MemoryRecordsBuilder;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/message-format.md:
 *
 * - Traps: "messages of one request for one partition become one v2 batch, and it is refused with MESSAGE_TOO_LARGE when
 *   they exceed the limit together."
 * - Compressed batches: "Several wrappers of one request whose offsets each begin at 0 don't stay"
 * - Compressed batches: "from the second on they aren't the expected ones, and all become one batch."
 */
class OldMessages {
    /** Adds two v1 messages to a request. */
    private static void add(ByteBuffer request, CompressionType codec, long firstOffset) {
        MemoryRecordsBuilder builder =
                MemoryRecords.builder(request, RecordBatch.MAGIC_VALUE_V1, codec, TimestampType.CREATE_TIME, firstOffset);
        for (int number = 0; number < 2; number++) builder.append(number, null, "x".repeat(20).getBytes());
        builder.close();
    }

    private static MemoryRecords request(CompressionType codec, long... firstOffsets) {
        ByteBuffer request = ByteBuffer.allocate(1000);
        for (long first : firstOffsets) add(request, codec, first);
        request.flip();
        return MemoryRecords.readableRecords(request);
    }

    /** Appends a request as a leader does. Returns how many batches lie in the log then. */
    private static int batches(Map<String, String> settings, MemoryRecords request) throws Exception {
        try (LoneLog lone = new LoneLog(settings)) {
            Log log = lone.log;
            log.appendAsLeader(request, 0, true, ApiVersion$.MODULE$.latestVersion());
            int count = 0;
            for (RecordBatch batch : log.activeSegment().log().batches()) count++;
            return count;
        }
    }

    @Test
    void uncompressedMessagesOfARequestBecomeOneBatchAndAreRefusedTogether() throws Exception {
        MemoryRecords four = request(CompressionType.NONE, 0, 2);
        int messages = 0;
        for (RecordBatch batch : four.batches()) messages++;
        assertEquals(4, messages);
        assertEquals(1, batches(Map.of(), four));

        Map<String, String> limited = Map.of("max.message.bytes", "130");
        assertEquals(1, batches(limited, request(CompressionType.NONE, 0)), "two of them fit");
        RecordTooLargeException refused =
                assertThrows(RecordTooLargeException.class, () -> batches(limited, request(CompressionType.NONE, 0, 2)));
        assertEquals(Errors.MESSAGE_TOO_LARGE, Errors.forException(refused));
    }

    @Test
    void wrappersThatEachBeginAtZeroBecomeOne() throws Exception {
        Map<String, String> settings = Map.of("message.format.version", "0.10.2");
        assertEquals(1, batches(settings, request(CompressionType.GZIP, 0, 0)));
        assertEquals(2, batches(settings, request(CompressionType.GZIP, 0, 2)), "with the expected offsets both stay");
    }
}
